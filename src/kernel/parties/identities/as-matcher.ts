import { DATABASE_ROLE } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'

/**
 * Steps into the matcher's role, which sees parties in every compartment, and back again. What the person may do must have been
 * decided before, and nothing that it gives may reach them unless they see it themselves. A role is left as it was found only
 * where the work succeeds: otherwise nothing is kept.
 */
export async function asMatcher<T>(tx: Pick<Tx, 'client' | 'reader'>, work: () => Promise<T>): Promise<T> {
  await tx.client.query('SET LOCAL ROLE fp_matcher')
  const value = await work()
  await tx.client.query(`SET LOCAL ROLE ${DATABASE_ROLE[tx.reader.principal]}`)
  return value
}
