import PgBoss from 'pg-boss'
import type pg from 'pg'
import { DATABASE_ROLE } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { QUEUE_SCHEMA } from './schema.ts'

/** pg-boss as a set of statements: it has no connection, no timers and no workers of its own here. */
export function queueOver(executeSql: PgBoss.Db['executeSql']): PgBoss {
  return new PgBoss({ schema: QUEUE_SCHEMA, db: { executeSql } })
}

/** Only ever used inside a transaction that somebody else opened. */
export const queue = queueOver(() => Promise.reject(new Error('The queue is used inside a transaction.')))

/** Passed to the queue's functions so that they work in this transaction. */
export function within(client: pg.ClientBase): PgBoss.ConnectionOptions {
  return { db: { executeSql: (text, values) => client.query(text, values) } }
}

/**
 * Steps into the service role for the queue's own tables, which people's roles may not touch, and back again. What a
 * person may do must have been decided before.
 */
export async function asQueue<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.client.query('SET LOCAL ROLE fp_service')
  const value = await work()
  await tx.client.query(`SET LOCAL ROLE ${DATABASE_ROLE[tx.reader.principal]}`)
  return value
}
