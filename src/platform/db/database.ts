import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type Driver } from 'kysely'
import pg from 'pg'
import { carried, rowsAs } from '#platform/edge.ts'
import type { DB } from './schema.ts'

// Numbers of types that pg's own list leaves out.
const INT8_ARRAY = 1016
const DATE_ARRAY = 1182

pg.types.setTypeParser(pg.types.builtins.INT8, parseInt8)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
// Civil dates stay text (`2018-06-01`): a Date would drag a time zone in.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
// The same within arrays, which pg would otherwise give as text and as Dates. Ours have one dimension and no nulls.
pg.types.setTypeParser(carried(INT8_ARRAY), (text) => itemsOf(text).map(parseInt8))
pg.types.setTypeParser(carried(DATE_ARRAY), itemsOf)

/** The items of an array of numbers or dates in its text form: `{1,2}`. */
function itemsOf(text: string): string[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',')
}

function parseInt8(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`A whole number too large to hold exactly: ${text}`)
  return value
}

export interface DatabaseSettings {
  readonly url: string
  readonly poolSize: number
  /** Milliseconds after which PostgreSQL gives up on a statement. */
  readonly statementTimeout: number
}

/** Milliseconds for which a transaction may do nothing: a download that nobody reads on gives its connection back. */
const IDLE_IN_TRANSACTION = 120_000

/** Opens the pool. Nothing is asked of the server yet. */
export function openPool(settings: DatabaseSettings, onIdleError: (error: Error) => void = () => undefined): pg.Pool {
  const pool = new pg.Pool({
    connectionString: settings.url,
    max: settings.poolSize,
    statement_timeout: settings.statementTimeout,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION,
    connectionTimeoutMillis: 5_000,
    application_name: 'frankpledge',
  })
  // An idle connection that breaks (the database restarted) must not end the process: the pool makes a new one.
  pool.on('error', onIdleError)
  // Nor one that breaks while it is out and between two statements: its next statement fails, and says so to its user.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** A typed query builder bound to one connection, so that it works inside that connection's transaction. */
export function kyselyOn(client: pg.ClientBase): Kysely<DB> {
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driverOn(client),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

function driverOn(client: pg.ClientBase): Driver {
  const refuse = (): Promise<never> => Promise.reject(new Error('Transactions are opened by platform/db/transaction.'))
  return {
    init: () => Promise.resolve(),
    destroy: () => Promise.resolve(),
    acquireConnection: () =>
      Promise.resolve({
        async executeQuery<R>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) {
          const result = await client.query(sql, [...parameters])
          return { rows: [...rowsAs<R>(result)], numAffectedRows: BigInt(result.rowCount ?? 0) }
        },
        streamQuery: () => {
          throw new Error('Stream with pg-copy-streams or a cursor.')
        },
      }),
    releaseConnection: () => Promise.resolve(),
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
  }
}
