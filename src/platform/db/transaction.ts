import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Reader } from '#platform/access/reader.ts'
import { readVictimSession, victimSessionStatements } from '#platform/access/victim-session.ts'
import { readSession, sessionStatements, type LiveSession } from '#platform/access/resolve.ts'
import { auditStatement, type AuditEntry } from '#platform/audit/entry.ts'
import type { Clock } from '#platform/clock/clock.ts'
import { resultsOf } from '#platform/edge.ts'
import type { Subscription } from '#platform/jobs/define.ts'
import { contextStatements, type RequestContext } from './context.ts'
import { kyselyOn } from './database.ts'
import { setPipeline, together } from './pipeline.ts'
import type { DB } from './schema.ts'

/** Who asks: a browser's session, a victim's at their own page, or a reader that is known already (a job, the public). */
export type Who =
  | {
      readonly session: Uint8Array
      /** Runs by itself, so it does not keep the screen unlocked. */ readonly passive?: boolean
    }
  | { readonly victimSession: Uint8Array }
  | { readonly reader: Reader }

/** An open transaction, and whose it is. */
export interface Tx {
  readonly db: Kysely<DB>
  /** For COPY, cursors and statements that the builder cannot say. */
  readonly client: pg.ClientBase
  readonly reader: Reader
  readonly request: RequestContext
  /** The moment at which this transaction happens, for every rule in it. */
  readonly now: Date
  readonly subscriptions: readonly Subscription[]
  /** Null unless a browser's session asked. */
  readonly session: LiveSession | null
}

/** A transaction in two steps: entered (we know who it is), then opened (the database knows too). */
export interface Entered {
  readonly reader: Reader
  /** Null unless a browser's session asked. */
  readonly session: LiveSession | null
  open(this: void): Promise<Tx>
}

/** The database, the clock, and what follows from events: made once, at the roof. */
export interface Store {
  readonly pool: pg.Pool
  readonly clock: Clock
  readonly subscriptions: readonly Subscription[]
}

/**
 * Runs `work` in one transaction. It ends by committing together with the audit entry that `work` returns, or by
 * rolling back when `work` throws. Round trips: one to enter, one for the context, the work's own, one to commit.
 */
export async function transaction<T>(
  store: Store,
  who: Who,
  request: RequestContext,
  work: (entered: Entered) => Promise<{ value: T; audit: readonly AuditEntry[] }>,
): Promise<T> {
  const client = await store.pool.connect()
  const now = store.clock.now()
  let broken: Error | undefined
  setPipeline(client, !('reader' in who))
  try {
    const { value, audit, reader } = await runEntered(client, store, who, request, now, work)
    const entries = audit.map((entry) => auditStatement(entry, reader, request, now)).join('')
    await client.query(`${entries}COMMIT`)
    return value
  } catch (error) {
    broken = await rollBack(client)
    throw error
  } finally {
    client.release(broken)
  }
}

async function runEntered<T>(
  client: pg.PoolClient,
  store: Store,
  who: Who,
  request: RequestContext,
  now: Date,
  work: (entered: Entered) => Promise<{ value: T; audit: readonly AuditEntry[] }>,
): Promise<{ value: T; audit: readonly AuditEntry[]; reader: Reader }> {
  const session = 'reader' in who ? null : await enterSession(client, who, now)
  const reader = session?.reader ?? ('reader' in who ? who.reader : null)
  if (reader === null) throw new TypeError('A transaction needs somebody.')
  let context: Promise<unknown> = Promise.resolve()
  // Not waited for: it goes out in one message with the work's first statement. Should it fail, the transaction is broken,
  // and the database refuses whatever follows.
  const open = (): Promise<Tx> => {
    const begin = session === null ? 'BEGIN;' : ''
    context = together(client, () => client.query(begin + contextStatements(reader, request)))
    context.catch(() => undefined)
    const tx = { db: kyselyOn(client), client, reader, request, now, subscriptions: store.subscriptions, session }
    return Promise.resolve(tx)
  }
  try {
    return { ...(await work({ reader, session, open })), reader }
  } finally {
    // Its own failure is the reason of any other.
    await context
  }
}

async function enterSession(
  client: pg.PoolClient,
  who: Exclude<Who, { readonly reader: Reader }>,
  now: Date,
): Promise<LiveSession> {
  if ('victimSession' in who)
    return readVictimSession(resultsOf(await client.query(victimSessionStatements(who.victimSession, now))))
  const answer = await client.query(sessionStatements(who.session, now, who.passive === true))
  return readSession(resultsOf(answer), now)
}

/** Rolls back; gives the error when the connection itself is gone, so that the pool throws it away. */
async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
