import { execFile } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import { EmbeddedDatabaseError } from './embedded-database-error.ts'
import { type RunAs, spawnAs } from './run-as.ts'

const run = promisify(execFile)

/** The bootstrap superuser of the embedded server. */
export const superuser = 'postgres'

const clusterPrefix = 'postgresql-'

export const clusterFolderOf = (dataFolder: string, major: number): string =>
  join(dataFolder, `${clusterPrefix}${major}`)

const refuseOtherMajor = (dataFolder: string, major: number): void => {
  const other = readdirSync(dataFolder).find((name) => name.startsWith(clusterPrefix) && /-\d+$/.test(name))
  if (other === undefined) return
  throw new EmbeddedDatabaseError(
    `The data in ${join(dataFolder, other)} was made by another version of PostgreSQL than this one (${major}). ` +
      'Write a backup with the release that made it, then restore that backup with this release into a new folder.',
  )
}

const words = (error: unknown): string =>
  error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error)

/**
 * Text is ordered by code point in UTF-8, by PostgreSQL's own provider: the same on every machine and in every version,
 * so that an index never goes stale when the system's locale or ICU changes. Names shown to people are ordered with an
 * explicit ICU collation in the query.
 */
const initdbArguments = (folder: string): string[] =>
  [
    ['--pgdata', folder],
    ['--username', superuser],
    ['--auth', 'trust'],
    ['--encoding', 'UTF8'],
    ['--no-locale'],
    ['--locale-provider', 'builtin'],
    ['--builtin-locale', 'C.UTF-8'],
    ['--data-checksums'],
  ].flat()

/** Makes the cluster where there is none yet. Half a cluster, left by a crash, never bears the name and is cleared. */
export const ensureCluster = async (dataFolder: string, binaries: Binaries, runAs: RunAs): Promise<string> => {
  const cluster = clusterFolderOf(dataFolder, binaries.major)
  if (existsSync(cluster)) {
    const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
    if (Number(version) === binaries.major) return cluster
    throw new EmbeddedDatabaseError(`The folder ${cluster} holds data of PostgreSQL ${version}.`)
  }
  refuseOtherMajor(dataFolder, binaries.major)
  const draft = `${cluster}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  if (runAs !== undefined) chownSync(draft, runAs.uid, runAs.gid)
  try {
    await run(binaries.initdb, initdbArguments(draft), {
      ...spawnAs(runAs),
      cwd: dirname(draft),
      env: binaries.environment,
    })
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw new EmbeddedDatabaseError(`The database could not be made in ${dataFolder}: ${words(error)}`)
  }
  writeFileSync(
    join(draft, 'pg_hba.conf'),
    '# Only by the socket, whose folder is open to its owner alone.\nlocal all all trust\n',
  )
  renameSync(draft, cluster)
  return cluster
}
