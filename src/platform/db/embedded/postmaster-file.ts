import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findCommand, findProcess, findWorkingFolder, type ProcessIdentity } from './process-identity.ts'

/** What the server says of itself in postmaster.pid, line by line. */
export type PostmasterFile = { readonly pid: number; readonly socketFolder: string; readonly ready: boolean }

/** Reads postmaster.pid; undefined when there is none, or it is only half written yet. */
export const readPostmasterFile = (clusterFolder: string): PostmasterFile | undefined => {
  try {
    const lines = readFileSync(join(clusterFolder, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number.parseInt(lines[0] ?? '', 10)
    if (!Number.isInteger(pid)) return undefined
    return { pid, socketFolder: lines[4]?.trim() ?? '', ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/**
 * Whether that process is a server of this very cluster: it works in the cluster's folder. Where that cannot be read it is
 * another user's process, so none of ours; macOS does not tell, there the program's name decides.
 */
const serves = (identity: ProcessIdentity, clusterFolder: string): boolean =>
  process.platform === 'linux'
    ? findWorkingFolder(identity.pid) === clusterFolder
    : (findCommand(identity.pid) ?? '').includes('postgres')

/** The running server of this cluster that an earlier process of ours left behind, if any. */
export const findOrphan = (clusterFolder: string): ProcessIdentity | undefined => {
  const file = readPostmasterFile(clusterFolder)
  const found = file === undefined ? undefined : findProcess(file.pid)
  return found !== undefined && serves(found, clusterFolder) ? found : undefined
}

/**
 * Removes a postmaster.pid whose number belongs to another program by now: PostgreSQL would take that program for its
 * server and refuse to start, for ever. A file whose process is gone stays: PostgreSQL reads from it whether children of
 * the dead server still use the shared memory.
 */
export const clearRecycledPid = (clusterFolder: string): void => {
  const file = readPostmasterFile(clusterFolder)
  const found = file === undefined ? undefined : findProcess(file.pid)
  if (found !== undefined && !serves(found, clusterFolder)) rmSync(join(clusterFolder, 'postmaster.pid'))
}

/** The command line that the running server was started with, as PostgreSQL notes it. */
export const readServerOptions = (clusterFolder: string): string => {
  try {
    return readFileSync(join(clusterFolder, 'postmaster.opts'), 'utf8').trim()
  } catch {
    return ''
  }
}

/** The same line for a server that is not started yet, in PostgreSQL's own way of quoting. */
export const formatServerOptions = (program: string, options: readonly string[]): string =>
  [program, ...options.map((option) => `"${option}"`)].join(' ')
