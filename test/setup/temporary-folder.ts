import { chmodSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { findOrphan } from '#platform/db/embedded/postmaster-file.ts'
import { stopPostmaster } from '#platform/db/embedded/postmaster.ts'
import { findProcess } from '#platform/db/embedded/process-identity.ts'

export type TemporaryFolder = { readonly path: string; remove(): void }

const prefix = 'frankpledge-test-'

/**
 * A folder for one test, open to every user, since as root the database server runs as another one. Named after this
 * process, so that a later run knows when it has been left behind.
 */
export const makeTemporaryFolder = (name: string): TemporaryFolder => {
  const path = realpathSync(mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-${name}-`)))
  chmodSync(path, 0o755)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

const isAbandoned = (name: string): boolean =>
  findProcess(Number(name.slice(prefix.length).split('-')[0])) === undefined

/** Stops the servers left running in the folder, and removes their sockets' folder where that lies elsewhere. */
const stopServers = async (folder: string): Promise<void> => {
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, entry)
    if (basename(file) === 'socket-folder.txt')
      rmSync(readFileSync(file, 'utf8').trim(), { recursive: true, force: true })
    const orphan = basename(file) === 'postmaster.pid' ? findOrphan(dirname(file)) : undefined
    if (orphan !== undefined) await stopPostmaster(orphan, 1_000)
  }
}

/** Clears what runs of the tests that were killed have left in the folder for temporary files. */
export const clearAbandonedFolders = async (): Promise<void> => {
  const temporary = realpathSync(tmpdir())
  for (const name of readdirSync(temporary).filter((entry) => entry.startsWith(prefix) && isAbandoned(entry))) {
    try {
      await stopServers(join(temporary, name))
      rmSync(join(temporary, name), { recursive: true, force: true })
    } catch {
      // Another user's, or another run is clearing it at this moment: neither stops this run.
    }
  }
}
