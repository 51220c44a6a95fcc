import { DATABASE_ROLE } from '#platform/access/reader.ts'
import { together } from './pipeline.ts'
import type { Tx } from './transaction.ts'

/**
 * Steps into the service role for what people's own roles may not touch or not reach, and back again. What the person may do
 * must have been decided before, and nothing else may be asked of the transaction until the work is done. A role is left as it was
 * found only where the work succeeds: otherwise nothing is kept. Neither step is waited for: each goes out in one message with the
 * statement that comes next, and after one that failed the database refuses whatever follows.
 */
export async function asService<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  if (tx.reader.principal === 'service') return work()
  const step = (role: string) => {
    together(tx.client, () => tx.client.query(`SET LOCAL ROLE ${role}`)).catch(() => undefined)
  }
  step('fp_service')
  const value = await work()
  step(DATABASE_ROLE[tx.reader.principal])
  return value
}
