import { Client } from 'pg'
import { type EmbeddedOptions, type EmbeddedPostgres, startEmbedded } from '#platform/db/embedded/embedded.ts'
import { makeTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts'

export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Runs one statement on a connection of its own and answers its rows as arrays. */
export const ask = async (url: string, sql: string): Promise<unknown[][]> => {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

export type EmbeddedFixture = {
  newFolder(this: void, name: string): string
  start(this: void, dataFolder: string, options?: Partial<EmbeddedOptions>): Promise<EmbeddedPostgres>
  /** Stops every server started and removes every folder made; for `afterEach`. */
  clear(this: void): Promise<void>
}

/** Folders and embedded servers for the tests of the supervisor itself. */
export const makeEmbeddedFixture = (): EmbeddedFixture => {
  const folders: TemporaryFolder[] = []
  const servers: EmbeddedPostgres[] = []
  return {
    newFolder: (name) => {
      const folder = makeTemporaryFolder(name)
      folders.push(folder)
      return folder.path
    },
    start: async (dataFolder, options = {}) => {
      const server = await startEmbedded({ dataFolder, log: silent, ...options })
      servers.push(server)
      return server
    },
    clear: async () => {
      for (const server of servers.splice(0)) await server.stop()
      for (const folder of folders.splice(0)) folder.remove()
    },
  }
}
