import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { EmbeddedDatabaseError } from './embedded-database-error.ts'

/** The system user that the database server runs as; undefined: the one that this process runs as. */
export type RunAs = { readonly name: string; readonly uid: number; readonly gid: number } | undefined

const askId = (flag: '-u' | '-g', user: string): number =>
  Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim())

const getNobody = (): { name: string; uid: number; gid: number } => {
  try {
    return { name: 'nobody', uid: askId('-u', 'nobody'), gid: askId('-g', 'nobody') }
  } catch {
    return { name: 'nobody', uid: 65_534, gid: 65_534 }
  }
}

/**
 * PostgreSQL refuses to run as root. Root therefore runs it as the owner of the cluster where there is one already, and
 * otherwise as nobody.
 *
 * @throws {EmbeddedDatabaseError} when this is not root and the cluster belongs to somebody else.
 */
export const chooseRunAs = (clusterFolder: string): RunAs => {
  const owner = statSync(clusterFolder, { throwIfNoEntry: false })
  const self = process.getuid?.()
  if (self !== 0) {
    if (owner !== undefined && owner.uid !== self) {
      throw new EmbeddedDatabaseError(
        `The database in ${clusterFolder} belongs to another user (uid ${owner.uid}), and only that user or root can open it. ` +
          'Start as that user, or give this one a folder of its own with FRANKPLEDGE_DATA.',
      )
    }
    return undefined
  }
  const nobody = getNobody()
  if (owner === undefined || owner.uid === 0 || owner.uid === nobody.uid) return nobody
  return { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid }
}

/** Options for `spawn` that make the child run as that user. */
export const spawnAs = (runAs: RunAs): { uid?: number; gid?: number } =>
  runAs === undefined ? {} : { uid: runAs.uid, gid: runAs.gid }

/** Whether the user can go into the folder. The kernel is asked, since modes alone do not tell (access lists, mounts). */
export const canReach = (runAs: RunAs, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...spawnAs(runAs), cwd: '/', stdio: 'ignore' }).status ===
  0

const findClosedFolder = (runAs: RunAs, folder: string): string => {
  const ancestors: string[] = []
  for (let at = resolve(folder); at !== dirname(at); at = dirname(at)) ancestors.unshift(at)
  return ancestors.find((ancestor) => !canReach(runAs, ancestor)) ?? folder
}

/** @throws {EmbeddedDatabaseError} naming the folder in the way, when the server's user cannot go into `folder`. */
export const requireReachable = (runAs: RunAs, folder: string): void => {
  if (runAs === undefined || canReach(runAs, folder)) return
  throw new EmbeddedDatabaseError(
    `The database server runs as the user ${runAs.name}, because PostgreSQL does not run as root, and that user cannot go ` +
      `into ${findClosedFolder(runAs, folder)}, so it cannot reach its data in ${folder}. Either start as an ordinary user, ` +
      'or name a folder that every user can reach with FRANKPLEDGE_DATA (for example /var/lib/frankpledge).',
  )
}
