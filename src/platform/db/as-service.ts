import { DATABASE_ROLE } from '#platform/access/reader.ts'
import type { Tx } from './transaction.ts'

/**
 * Steps into the service role for what people's own roles may not touch or not reach, and back again. What the person may do
 * must have been decided before. A role is left as it was found only where the work succeeds: otherwise nothing is kept.
 */
export async function asService<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  if (tx.reader.principal === 'service') return work()
  await tx.client.query('SET LOCAL ROLE fp_service')
  const value = await work()
  await tx.client.query(`SET LOCAL ROLE ${DATABASE_ROLE[tx.reader.principal]}`)
  return value
}
