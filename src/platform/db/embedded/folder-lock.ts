import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { EmbeddedDatabaseError } from './embedded-database-error.ts'
import { getOwnIdentity, isAlive, type ProcessIdentity } from './process-identity.ts'

const Holder = z.object({ pid: z.number(), started: z.string() })

export type FolderLock = { release(): void }

const lockFile = (dataFolder: string): string => join(dataFolder, 'supervisor.lock')

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

/** Who holds the lock file; undefined when it is not there or was cut short by a crash, both of which mean nobody. */
const readHolder = (file: string): ProcessIdentity | undefined => {
  try {
    return Holder.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

/** The running process that has the folder open, if any. */
export const findFolderHolder = (dataFolder: string): ProcessIdentity | undefined => {
  const holder = readHolder(lockFile(dataFolder))
  return holder !== undefined && isAlive(holder) ? holder : undefined
}

const refuse = (dataFolder: string, holder: ProcessIdentity): never => {
  throw new EmbeddedDatabaseError(
    `The data folder ${dataFolder} is in use by another process (pid ${holder.pid}). ` +
      'Stop that one first, or give this one a folder of its own with FRANKPLEDGE_DATA.',
  )
}

/**
 * Moves a dead process's lock out of the way. Two starters may both have seen the dead one, and the slower must not throw
 * away the lock that the quicker has taken meanwhile: so it is renamed, looked at once more, and put back if it lives.
 */
const clearStaleLock = (dataFolder: string, file: string, unique: string): void => {
  const aside = `${file}.stale-${unique}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw error
  }
  const holder = readHolder(aside)
  if (holder !== undefined && isAlive(holder)) {
    linkSync(aside, file)
    rmSync(aside)
    refuse(dataFolder, holder)
  }
  rmSync(aside)
}

/**
 * Takes the data folder for this process alone, until released or until the process is gone however it ends.
 *
 * @throws {EmbeddedDatabaseError} when a running process, this one included, holds it.
 */
export const lockFolder = (dataFolder: string): FolderLock => {
  const file = lockFile(dataFolder)
  const own = getOwnIdentity()
  const unique = `${own.pid}-${Math.random().toString(36).slice(2)}`
  const draft = `${file}.${unique}`
  writeFileSync(draft, JSON.stringify(own), { mode: 0o644 })
  try {
    for (;;) {
      try {
        // A link either takes the name with its content whole, or fails because it is taken: no moment in between.
        linkSync(draft, file)
        return { release: () => rmSync(file, { force: true }) }
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error
        const holder = findFolderHolder(dataFolder)
        if (holder !== undefined) refuse(dataFolder, holder)
        clearStaleLock(dataFolder, file, unique)
      }
    }
  } finally {
    rmSync(draft, { force: true })
  }
}
