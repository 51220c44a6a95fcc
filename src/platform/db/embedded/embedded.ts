import { accessSync, constants, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '#platform/files/make-folder.ts'
import { findEngine, prepareBinaries } from './binaries.ts'
import { answers, bootstrapDatabase, databaseName, ownerRole, socketUrl } from './bootstrap.ts'
import { clusterFolderOf, ensureCluster, superuser } from './cluster.ts'
import { EmbeddedDatabaseError } from './embedded-database-error.ts'
import { lockFolder } from './folder-lock.ts'
import type { EmbeddedOptions } from './embedded-options.ts'
import type { ServerPlan } from './postmaster.ts'
import { chooseRunAs, requireReachable } from './run-as.ts'
import { serverArguments } from './settings.ts'
import { port, prepareSocketFolder } from './socket-folder.ts'
import { type Supervisor, supervise } from './supervisor.ts'

export type EmbeddedPostgres = {
  /** Where the socket is; open to the server's user (and root) alone. */
  readonly socketFolder: string
  readonly port: number
  /** The owner of the database: neither superuser nor passing row-level security by itself. For migrating. */
  readonly ownerUrl: string
  /** Whether the server was found running, left by a process that was killed, rather than started. */
  readonly adopted: boolean
  /** A connection URL for any role and database of this server; roles need no password on its socket. */
  urlFor(role: string, database: string): string
  /** The server's process now; it changes with a restart. */
  serverPid(): number
  /** Stops the server once everything is written, and gives the folder free. */
  stop(): Promise<void>
}

export { databaseName, ownerRole, superuser }
export type { EmbeddedOptions, SupervisorLog } from './embedded-options.ts'

const prepareFolder = (wanted: string): string => {
  try {
    makeFolder(wanted)
    const folder = realpathSync(wanted)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return folder
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new EmbeddedDatabaseError(
      `The data folder ${wanted} cannot be used (${reason}). Make it readable and writable for this user, ` +
        'or name another with FRANKPLEDGE_DATA.',
    )
  }
}

const start = async (folder: string, options: EmbeddedOptions): Promise<[Supervisor, string]> => {
  const engine = findEngine()
  const runAs = chooseRunAs(clusterFolderOf(folder, engine.major))
  requireReachable(runAs, folder)
  const binaries = prepareBinaries(engine, folder, runAs)
  const clusterFolder = await ensureCluster(folder, binaries, runAs)
  const socketFolder = prepareSocketFolder(folder, runAs)
  const plan: ServerPlan = {
    binaries,
    arguments: serverArguments(clusterFolder, socketFolder, port, options.settings ?? {}),
    clusterFolder,
    runAs,
    logFile: join(folder, 'postgresql.log'),
  }
  const superuserUrl = socketUrl(socketFolder, port, superuser, 'postgres')
  const supervisor = await supervise(plan, options, () => answers(superuserUrl))
  try {
    await bootstrapDatabase(socketFolder, port)
  } catch (error) {
    await supervisor.stop()
    throw error
  }
  return [supervisor, socketFolder]
}

/**
 * Starts the embedded PostgreSQL on the data folder, making the database the first time, and keeps it running: a server
 * that dies is started again, one left over by a killed process is taken over.
 *
 * @throws {EmbeddedDatabaseError} in words, when another process has the folder, the folder cannot be used, this machine
 *   has no programs, or the server does not start.
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<EmbeddedPostgres> => {
  const folder = prepareFolder(options.dataFolder)
  const lock = lockFolder(folder)
  try {
    const [supervisor, socketFolder] = await start(folder, options)
    const urlFor = (role: string, database: string): string => socketUrl(socketFolder, port, role, database)
    return {
      socketFolder,
      port,
      ownerUrl: urlFor(ownerRole, databaseName),
      adopted: supervisor.adopted,
      urlFor,
      serverPid: () => supervisor.serverPid(),
      stop: async () => {
        await supervisor.stop()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
