import PgBoss from 'pg-boss'
import type pg from 'pg'
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
