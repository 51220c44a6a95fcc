import { existsSync, readdirSync, createReadStream } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { fixedClock } from '#platform/clock/clock.ts'
import { openPool } from '#platform/db/database.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import type { Store, Tx } from '#platform/db/transaction.ts'
import { importContext, type ImportContext, type ImportFile } from './context.ts'

/** What an import test works with: a fresh migrated database, reached as the application reaches it. */
export interface ImportTest {
  readonly store: Store
  readonly context: ImportContext
  /** Reads as the system. */
  read<T>(this: void, work: (tx: Tx) => Promise<T>): Promise<T>
  /** The rows that a statement answers, run as the owner of the database: to look, and to prepare. */
  asOwner(this: void, sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>
}

/** The moment of every import test. */
export const TEST_NOW = '2026-11-20T12:00:00Z'

export function withImports(): () => ImportTest {
  const database = withTestDatabase()
  let test: ImportTest | undefined
  let close = () => Promise.resolve()
  beforeAll(() => {
    const open = (url: string) => openPool({ url, poolSize: 6, statementTimeout: 60_000 })
    const pool = open(database().urlFor('frankpledge_app'))
    const owner = open(database().ownerUrl)
    const store = { pool, clock: fixedClock(TEST_NOW), subscriptions: [] }
    const context = importContext(store, 'system:import-test', 'test')
    test = {
      store,
      context,
      read: (work) => context.transaction(async (tx) => ({ value: await work(tx), audit: [] })),
      asOwner: async (sql, values = []) => {
        const { rows } = await owner.query<Record<string, unknown>>(sql, [...values])
        return rows
      },
    }
    close = async () => {
      await pool.end()
      await owner.end()
    }
  })
  afterAll(() => close())
  return () => {
    if (test === undefined) throw new Error('The database is there only within a test or hook')
    return test
  }
}

const SHARED = process.env['FRANKPLEDGE_SHARED_DATA'] ?? resolve(import.meta.dirname, '../../../../shared/data')

/** The given real files of a folder, in the order of their names; none where they are not here. */
export function sharedFiles(folder: string, name: RegExp): (ImportFile & { readonly path: string })[] {
  const path = join(SHARED, folder)
  if (!existsSync(path)) return []
  return readdirSync(path)
    .filter((file) => name.test(file))
    .toSorted()
    .map((file) => ({ name: file, path: join(path, file), open: () => createReadStream(join(path, file)) }))
}
