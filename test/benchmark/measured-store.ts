import pg from 'pg'
import { migrateServer } from '../../src/installation.ts'
import { systemClock } from '#platform/clock/clock.ts'
import { openPool } from '#platform/db/database.ts'
import { databaseName, ownerRole, startEmbedded, superuser } from '#platform/db/embedded/embedded.ts'
import type { Store } from '#platform/db/transaction.ts'
import { withClient } from '../setup/client.ts'
import { makeTemporaryFolder } from '../setup/temporary-folder.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

export interface MeasuredStore {
  readonly dataFolder: string
  /** As the application's own low role. */
  readonly store: Store
  /** As the owner, for references and for clearing up. */
  readonly owner: Store
  bytes(this: void): Promise<number>
}

/** Runs `work` on an empty migrated database of its own: the embedded PostgreSQL with the settings of production. */
export async function withMeasuredStore<T>(name: string, work: (measured: MeasuredStore) => Promise<T>): Promise<T> {
  const folder = makeTemporaryFolder(name)
  const embedded = await startEmbedded({ dataFolder: folder.path, log: silent })
  const appUrl = embedded.urlFor('frankpledge_app', databaseName)
  const server = { appUrl, ownerUrl: embedded.ownerUrl, embedded: true, own: true, stop: () => Promise.resolve() }
  await migrateServer(server, new Date())
  // The reference clears up between rounds; who owns the database may not ask for a checkpoint otherwise.
  await withClient(embedded.urlFor(superuser, 'postgres'), (client) =>
    client.query(`GRANT pg_checkpoint TO ${ownerRole}`),
  )
  const open = (url: string): Store & { readonly pool: pg.Pool } => ({
    pool: openPool({ url, poolSize: 20, statementTimeout: 600_000 }),
    clock: systemClock,
    subscriptions: [],
  })
  const [store, owner] = [open(appUrl), open(embedded.ownerUrl)]
  try {
    return await work({ dataFolder: folder.path, store, owner, bytes: () => databaseBytes(owner.pool) })
  } finally {
    await store.pool.end()
    await owner.pool.end()
    await embedded.stop()
    folder.remove()
  }
}

export async function databaseBytes(pool: pg.Pool | pg.Client): Promise<number> {
  const { rows } = await pool.query<{ bytes: number }>('SELECT pg_database_size(current_database())::float8 AS bytes')
  return rows[0]?.bytes ?? 0
}
