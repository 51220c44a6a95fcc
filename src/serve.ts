import pino, { type Logger } from 'pino'
import { findInstallation, type Installation } from '#kernel/installation.ts'
import { freshestDay, makeDemonstration } from '#modules/demonstration/index.ts'
import { makeLook } from '#kernel/web/look.tsx'
import { systemClock, type Clock } from '#platform/clock/clock.ts'
import type { Settings } from '#platform/config/settings.ts'
import { databaseLevel } from '#platform/db/level.ts'
import type { Store } from '#platform/db/transaction.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { registerPreferences } from '#platform/http/preferences.ts'
import { registerSignIn } from '#modules/sign-in/index.ts'
import { assertLowRole } from '#platform/access/low-role.ts'
import { startSealer } from '#platform/audit/sealer.ts'
import { registerHealth } from '#platform/http/health.ts'
import { quietSerializers } from '#platform/http/quiet-log.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { registerOwnPages } from '#modules/victims/index.ts'
import { loadAssets } from '#ui/assets.ts'
import { createApp } from './app.ts'
import { workMetrics } from './doctor/metrics.ts'
import { migrateServer, openFiles, openServer, openStore, requireOwner, type DatabaseServer } from './installation.ts'
import { jobs, modulesOf } from './modules.ts'
import { assetsFolder, migrationsFolder } from './paths.ts'
import { playDemonstration } from './play.ts'
import { version } from './version.ts'

interface Line {
  say(this: void, text: string): void
  progress(this: void, done: number, total: number | null, message: string): void
}

export interface Running {
  readonly address: string
  readonly store: Store
  /** Finishes what is under way, then lets the database go. */
  stop(this: void): Promise<void>
}

/** Starts everything. Throws, in words, when the settings, the database or the installation are not fit to serve. */
export async function serve(settings: Settings, line: Line, clock: Clock = systemClock): Promise<Running> {
  const log = pino(
    { level: settings.logLevel, serializers: { err: quietSerializers.err } },
    pino.destination({ dest: 2, sync: false }),
  )
  const closing: (() => Promise<void>)[] = []
  const stop = async (): Promise<void> => {
    for (let close = closing.pop(); close !== undefined; close = closing.pop()) await close()
  }
  try {
    const server = await openServer(settings, supervisorLog(log), (error) => giveUp(log, error))
    closing.push(() => server.stop())
    if (server.embedded && !server.own)
      throw new Error(
        `Another process serves from ${settings.dataFolder} already: stop it first, or set FRANKPLEDGE_DATA.`,
      )
    if (server.embedded) await migrateServer(server, clock.now())
    const store = openStore(server, settings, clock, (error) =>
      log.warn({ err: error }, 'an idle database connection broke'),
    )
    closing.push(() => store.pool.end())
    await requireLevel(store)
    await assertLowRole(store.pool)
    const installation = await readyInstallation(settings, server, store, line)
    const files = openFiles(settings)
    if (installation.demonstration)
      await playDemonstration(requireOwner(server), store, modulesOf(files), line.progress)
    const app = await openApp(settings, store, files, installation)
    closing.push(() => app.close())
    const sealer = startSealer({ store, headsFile: settings.sealHeadsFile, log })
    closing.push(() => sealer.stop())
    const worker = await startWorker({
      store,
      files,
      databaseUrl: server.appUrl,
      jobs,
      headsFile: settings.sealHeadsFile,
      log,
    })
    closing.push(() => worker.stop())
    await app.listen({ host: settings.host, port: settings.port })
    return { address: settings.publicUrl, store, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A database that is ahead may be served: each release leaves room for the one before, so that hosts change in turn. */
async function requireLevel(store: Store): Promise<void> {
  const { at, newest } = await databaseLevel(store, migrationsFolder)
  if (at === null) throw new Error('The database was never migrated: run `npx frankpledge migrate`.')
  if (at < newest)
    throw new Error(`The database is at ${at}, this release needs ${newest}: run \`npx frankpledge migrate\`.`)
}

function supervisorLog(log: Logger) {
  return {
    info: (message: string) => log.info(message),
    warn: (message: string) => log.warn(message),
    error: (message: string) => log.error(message),
  }
}

/** The embedded database cannot be brought back: better to end, and be started again by whatever watches over us. */
function giveUp(log: Logger, error: Error): never {
  log.fatal({ err: error }, 'the embedded database cannot be brought back')
  process.exit(1)
}

/** The installation to serve: in a demonstration made when it is not there yet; otherwise it must have been set up. */
async function readyInstallation(
  settings: Settings,
  server: DatabaseServer,
  store: Store,
  line: Line,
): Promise<Installation> {
  const found = await findInstallation(store)
  if (settings.demo) return demonstrationOf(settings, server, store, line, found)
  if (found === null) throw new Error('This database has not been set up yet: run `npx frankpledge setup`.')
  return found
}

async function demonstrationOf(
  settings: Settings,
  server: DatabaseServer,
  store: Store,
  line: Line,
  found: Installation | null,
): Promise<Installation> {
  if (found !== null && !found.demonstration)
    throw new Error('This is a real installation: FRANKPLEDGE_DEMO must be off for it.')
  if (found !== null) return found
  const now = store.clock.now()
  const report = await makeDemonstration({
    ownerUrl: requireOwner(server),
    asOf: settings.demoAsOf ?? freshestDay(now),
    seed: settings.demoSeed,
    now,
    onProgress: line.progress,
  })
  line.say(report.message)
  return readyInstallation(settings, server, store, line)
}

function openApp(settings: Settings, store: Store, files: FileStore, installation: Installation) {
  const modules = modulesOf(files)
  const assets = loadAssets(assetsFolder)
  const secure = settings.publicUrl.startsWith('https:')
  const navigation = modules.flatMap((module) => module.navigation)
  const look = makeLook({
    assets,
    force: installation.forceName,
    demonstration: installation.demonstration,
    navigation,
  })
  return createApp({
    store,
    modules,
    look,
    version,
    assetsFolder,
    publicUrl: settings.publicUrl,
    requestsPerMinute: settings.requestsPerMinute,
    trustedProxies: settings.trustedProxies,
    secure,
    logLevel: settings.logLevel,
    publicRoutes: (server) => {
      registerHealth(server, store, version, workMetrics(store))
      registerPreferences(server, secure)
      registerOwnPages(server, { store, assets, secure, exitAddress: settings.victimPageExit })
      registerSignIn(server, {
        store,
        site: { assets, force: installation.forceName, demonstration: installation.demonstration },
        provider: settings.demo ? 'demonstration' : settings.oidc,
        publicUrl: () => settings.publicUrl,
        secure,
      })
    },
  })
}
