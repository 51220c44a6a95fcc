import type pg from 'pg'
import type { Subject } from '#platform/audit/entry.ts'
import { SEARCH_PATH } from './context.ts'
import { literal } from './literal.ts'
import type { Store } from './transaction.ts'

/**
 * Runs work as the gate: the role that may read and write sessions and sign-in attempts, read who works where, and
 * learn of the work itself only whether an id exists. One transaction; rolled back when `work` throws.
 */
export async function asGate<T>(store: Store, work: (client: pg.PoolClient, now: Date) => Promise<T>): Promise<T> {
  const client = await store.pool.connect()
  let broken: Error | undefined
  try {
    await client.query(`BEGIN; ${SEARCH_PATH} SET LOCAL ROLE fp_gate`)
    const value = await work(client, store.clock.now())
    await client.query('COMMIT')
    return value
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: unknown) => {
      broken = lost instanceof Error ? lost : new Error(String(lost))
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** Whether a record exists, visible or not. For the audit only: never let the answer reach a reader. */
export async function recordExists(store: Store, subject: Subject): Promise<boolean> {
  return asGate(store, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      `SELECT record_exists(${literal(subject.kind)}, ${literal(String(subject.id))}) AS there`,
    )
    return rows[0]?.there === true
  })
}
