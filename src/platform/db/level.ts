import { rowsAs } from '#platform/edge.ts'
import { migrationNames } from './migrate.ts'
import type { Store } from './transaction.ts'

export interface DatabaseLevel {
  /** Name of the newest migration that the database has; null where it was never migrated. */
  readonly at: string | null
  /** Name of the newest that this release brings. */
  readonly newest: string
}

/** How far the database has been brought, beside what this release needs; as the application sees it. */
export async function databaseLevel(store: Pick<Store, 'pool'>, folder: string): Promise<DatabaseLevel> {
  const newest = (await migrationNames(folder)).at(-1) ?? ''
  const there = rowsAs<{ there: boolean }>(
    await store.pool.query(`SELECT to_regclass('schema_migration') IS NOT NULL AS there`),
  )
  if (there[0]?.there !== true) return { at: null, newest }
  const [row] = rowsAs<{ level: string | null }>(
    await store.pool.query('SELECT max(name) AS level FROM schema_migration'),
  )
  return { at: row?.level ?? null, newest }
}
