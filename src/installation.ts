import { join } from 'node:path'
import type pg from 'pg'
import type { Clock } from '#platform/clock/clock.ts'
import type { Settings } from '#platform/config/settings.ts'
import { findRoleInUrl } from '#platform/db/connection-url.ts'
import { openPool } from '#platform/db/database.ts'
import { startEmbedded, databaseName, type SupervisorLog } from '#platform/db/embedded/embedded.ts'
import { joinEmbedded, type JoinedEmbedded } from '#platform/db/embedded/join-embedded.ts'
import { migrate, type MigrationReport } from '#platform/db/migrate.ts'
import { createFolderFileStore } from '#platform/files/folder-file-store.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { migrateQueues } from '#platform/jobs/schema.ts'
import type { Store } from '#platform/db/transaction.ts'
import { jobs, subscriptions } from './modules.ts'
import { migrationsFolder } from './paths.ts'

export const EMBEDDED_APP_ROLE = 'frankpledge_app'

/** The database server, embedded or one's own, and how to reach it in each role. */
export interface DatabaseServer {
  readonly appUrl: string
  /** Null where only the application's URL was given: then nothing that needs the owner can be done. */
  readonly ownerUrl: string | null
  readonly embedded: boolean
  /** Started by this process, rather than found running. */
  readonly own: boolean
  stop(): Promise<void>
}

/** Reaches the database that the settings name, starting the embedded one where they name none. */
export async function openServer(
  settings: Settings,
  log: SupervisorLog,
  onGivenUp: (error: Error) => void,
): Promise<DatabaseServer> {
  if (settings.databaseUrl !== null)
    return {
      appUrl: settings.databaseUrl,
      ownerUrl: settings.databaseOwnerUrl,
      embedded: false,
      own: false,
      stop: () => Promise.resolve(),
    }
  const joined = joinEmbedded(settings.dataFolder)
  if (joined !== undefined)
    return { ...embeddedUrls(joined), embedded: true, own: false, stop: () => Promise.resolve() }
  const embedded = await startEmbedded({ dataFolder: settings.dataFolder, log, onGivenUp })
  return {
    ...embeddedUrls(embedded),
    embedded: true,
    own: true,
    stop: () => embedded.stop(),
  }
}

function embeddedUrls(embedded: JoinedEmbedded): { readonly appUrl: string; readonly ownerUrl: string } {
  return { appUrl: embedded.urlFor(EMBEDDED_APP_ROLE, databaseName), ownerUrl: embedded.ownerUrl }
}

/** Brings the database to this release. */
export async function migrateServer(server: DatabaseServer, now: Date): Promise<MigrationReport> {
  const ownerUrl = requireOwner(server)
  return migrate({
    ownerUrl,
    folder: migrationsFolder,
    appRole: appRoleOf(server),
    now,
    after: (client) => migrateQueues(client, ownerUrl, jobs),
  })
}

/** The login role of the application, from its URL. */
export function appRoleOf(server: DatabaseServer): string {
  return findRoleInUrl(server.appUrl) ?? EMBEDDED_APP_ROLE
}

export function requireOwner(server: DatabaseServer): string {
  if (server.ownerUrl === null)
    throw new Error('This needs the owner of the database: set DATABASE_OWNER_URL as well as DATABASE_URL.')
  return server.ownerUrl
}

export function openStore(
  server: DatabaseServer,
  settings: Settings,
  clock: Clock,
  onIdleError: (error: Error) => void,
): Store & { readonly pool: pg.Pool } {
  const pool = openPool(
    { url: server.appUrl, poolSize: settings.poolSize, statementTimeout: settings.statementTimeout },
    onIdleError,
  )
  return { pool, clock, subscriptions }
}

export function openFiles(settings: Settings): FileStore {
  return createFolderFileStore({ folder: join(settings.dataFolder, 'files') })
}
