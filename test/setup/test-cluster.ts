import { ownerRole, startEmbedded, superuser } from '#platform/db/embedded/embedded.ts'
import { withClient } from './client.ts'
import { clearAbandonedFolders, makeTemporaryFolder } from './temporary-folder.ts'

export type TestCluster = { readonly ownerUrl: string; stop(): Promise<void> }

/** Nothing in a test database outlives the run, so it may do without waiting for the disk. */
const fastAndLoose = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  shared_buffers: '128MB',
  max_connections: '200',
}

const log = { info: () => undefined, warn: console.warn, error: console.error }

/** Starts an embedded server in a temporary folder for one run of the tests. */
export const startTestCluster = async (): Promise<TestCluster> => {
  await clearAbandonedFolders()
  const folder = makeTemporaryFolder('cluster')
  try {
    const server = await startEmbedded({ dataFolder: folder.path, log, settings: fastAndLoose })
    // Dropping a database under a test's open connections takes the right to end those.
    await withClient(server.urlFor(superuser, 'postgres'), (client) =>
      client.query(`GRANT pg_signal_backend TO ${ownerRole}`),
    )
    return {
      ownerUrl: server.urlFor(ownerRole, 'postgres'),
      stop: async () => {
        await server.stop()
        folder.remove()
      },
    }
  } catch (error) {
    folder.remove()
    throw error
  }
}
