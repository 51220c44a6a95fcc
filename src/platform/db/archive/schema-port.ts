import type { ClientBase } from 'pg'
import { migrate, type MigrateOptions, migrationNames } from '../migrate.ts'
import type { QualifiedName } from './manifest.ts'

/** What the archive needs to know of the migrations, which make the schema that its rows go into. */
export interface SchemaPort {
  /** The table that notes the applied migrations. It is the migrations' own, and not archived. */
  readonly ledger: QualifiedName
  /** The newest migration that the database has; undefined when it has none. */
  findLevel(client: ClientBase): Promise<string | undefined>
  /** Every level that this release knows, the oldest first. */
  levels(): Promise<readonly string[]>
  /** Makes the schema of that level in an empty database. */
  migrateTo(ownerUrl: string, level: string): Promise<void>
  /** The last step of a restore, in its transaction: what must not come back as it was (eras, sessions). */
  afterLoad?(client: ClientBase): Promise<void>
}

/** The port on our own migrations. */
export const migratedSchema = (
  options: Omit<MigrateOptions, 'ownerUrl' | 'upTo'> & { readonly afterLoad?: (client: ClientBase) => Promise<void> },
): SchemaPort => ({
  ledger: { schema: 'public', name: 'schema_migration' },
  findLevel: async (client) => {
    const there = await client.query(
      "SELECT FROM pg_tables WHERE schemaname = 'public' AND tablename = 'schema_migration'",
    )
    if (there.rowCount === 0) return undefined
    const { rows } = await client.query<{ level: string | null }>(
      'SELECT max(name) AS level FROM public.schema_migration',
    )
    return rows[0]?.level ?? undefined
  },
  levels: async () => migrationNames(options.folder),
  migrateTo: async (ownerUrl, level) => {
    await migrate({ ...options, ownerUrl, upTo: level })
  },
  ...(options.afterLoad === undefined ? {} : { afterLoad: options.afterLoad }),
})
