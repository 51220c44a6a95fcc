import { chmodSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFolderHolder } from '#platform/db/embedded/folder-lock.ts'
import { ownerRole, startEmbedded, superuser } from '#platform/db/embedded/embedded.ts'
import { findOrphan } from '#platform/db/embedded/postmaster-file.ts'
import { stopPostmaster } from '#platform/db/embedded/postmaster.ts'
import { withClient } from './client.ts'

export type TestCluster = { readonly ownerUrl: string; stop(): Promise<void> }

const prefix = 'frankpledge-test-cluster-'

/** Nothing in a test database outlives the run, so it may do without waiting for the disk. */
const fastAndLoose = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  shared_buffers: '128MB',
  max_connections: '200',
}

const log = { info: () => undefined, warn: console.warn, error: console.error }

/** A folder that was made this very moment may belong to a run that has not locked it yet. */
const isAbandoned = (folder: string): boolean =>
  findFolderHolder(folder) === undefined &&
  (existsSync(join(folder, 'supervisor.lock')) || Date.now() - statSync(folder).mtimeMs > 60_000)

/** Stops and removes what runs that were killed have left behind. */
export const clearAbandonedClusters = async (): Promise<void> => {
  const temporary = realpathSync(tmpdir())
  for (const name of readdirSync(temporary).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(temporary, name)
    if (!isAbandoned(folder)) continue
    for (const cluster of readdirSync(folder).filter((entry) => /^postgresql-\d+$/.test(entry))) {
      const orphan = findOrphan(join(folder, cluster))
      if (orphan !== undefined) await stopPostmaster(orphan, 1_000)
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Starts an embedded server in a temporary folder for one run of the tests. */
export const startTestCluster = async (): Promise<TestCluster> => {
  await clearAbandonedClusters()
  const folder = realpathSync(mkdtempSync(join(tmpdir(), prefix)))
  chmodSync(folder, 0o755)
  try {
    const server = await startEmbedded({ dataFolder: folder, log, settings: fastAndLoose })
    // Dropping a database under a test's open connections takes the right to end those.
    await withClient(server.urlFor(superuser, 'postgres'), (client) =>
      client.query(`GRANT pg_signal_backend TO ${ownerRole}`),
    )
    return {
      ownerUrl: server.urlFor(ownerRole, 'postgres'),
      stop: async () => {
        await server.stop()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}
