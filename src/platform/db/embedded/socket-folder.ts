import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunAs } from './run-as.ts'

/** The kernel keeps 108 bytes for a socket's path, the last of them a zero. */
const longestPath = 106

/** The socket's name within its folder carries the port, though nothing listens on the network. */
export const port = 5432

const fits = (folder: string): boolean => Buffer.byteLength(join(folder, `.s.PGSQL.${port}`)) <= longestPath

const isOurOwn = (folder: string, uid: number | undefined): boolean => {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  if (found === undefined || !found.isDirectory()) return false
  return (found.mode & 0o077) === 0 && (uid === undefined || found.uid === uid)
}

/** The short folder of an earlier start. Anybody can write in the temporary folder, so it is trusted only if still ours. */
const findRemembered = (memory: string, uid: number | undefined): string | undefined => {
  try {
    const folder = readFileSync(memory, 'utf8').trim()
    return isOurOwn(folder, uid) && fits(folder) ? folder : undefined
  } catch {
    return undefined
  }
}

const giveTo = (folder: string, runAs: RunAs): string => {
  chmodSync(folder, 0o700)
  if (runAs !== undefined) chownSync(folder, runAs.uid, runAs.gid)
  return folder
}

/** The folder in which a running server has its socket. */
export const findSocketFolder = (dataFolder: string): string | undefined => {
  const remembered = join(dataFolder, 'socket-folder.txt')
  const folders = [
    join(dataFolder, 'run'),
    ...(existsSync(remembered) ? [readFileSync(remembered, 'utf8').trim()] : []),
  ]
  return folders.find((folder) => existsSync(join(folder, `.s.PGSQL.${port}`)))
}

/**
 * The folder of the server's socket, open to its user alone, since whoever can reach the socket is trusted. It is in the
 * data folder, unless the path is too long for a socket: then a short one is made for temporary files and remembered.
 */
export const prepareSocketFolder = (dataFolder: string, runAs: RunAs): string => {
  const inData = join(dataFolder, 'run')
  if (fits(inData)) {
    mkdirSync(inData, { recursive: true, mode: 0o700 })
    return giveTo(inData, runAs)
  }
  const memory = join(dataFolder, 'socket-folder.txt')
  const remembered = findRemembered(memory, runAs?.uid ?? process.getuid?.())
  if (remembered !== undefined) return remembered
  const folder = mkdtempSync(join(fits(join(tmpdir(), 'fp-XXXXXX')) ? tmpdir() : '/tmp', 'fp-'))
  writeFileSync(memory, `${folder}\n`)
  return giveTo(folder, runAs)
}
