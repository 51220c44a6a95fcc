import { randomUUID } from 'node:crypto'
import { open, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { NotFound } from '#platform/errors/errors.ts'
import type { FileStore, StoredFile } from './file-store.ts'
import { folderOf, incomingFolder, isSha256, listNames, pathOf } from './folder-layout.ts'
import { hasCode } from './has-code.ts'
import { measure, verified } from './measure.ts'
import { sweepFolder } from './sweep.ts'
import { makeSyncedFolder, syncFolder } from './synced.ts'

export interface FolderFileStoreOptions {
  /** Made when missing. On several hosts: one shared folder. */
  readonly folder: string
  /** The largest file that is taken; absent: any. */
  readonly maxBytes?: number
}

/** Writes the content under a name of its own and waits until the disk has it. */
const writeIncoming = async (
  path: string,
  content: AsyncIterable<Uint8Array>,
  maxBytes: number | undefined,
): Promise<StoredFile> => {
  const measured = measure(maxBytes)
  const handle = await open(path, 'wx', 0o600)
  try {
    await writeFile(handle, measured.pass(content))
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { sha256: measured.hash.digest('hex'), bytes: measured.bytes }
}

/** Makes a file that is there already young again, so that no sweep takes it from under the new row. */
const refresh = async (path: string): Promise<boolean> => {
  const now = new Date()
  try {
    await utimes(path, now, now)
    return true
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false
    throw error
  }
}

const requireName = (sha256: string): string => {
  if (!isSha256(sha256)) throw new NotFound({ kind: 'file', id: sha256 })
  return sha256
}

/** A file store in a folder: `ab/cd/abcd...` by the content's SHA-256, written in full before the name exists. */
export const createFolderFileStore = ({ folder, maxBytes }: FolderFileStoreOptions): FileStore => {
  const root = resolve(folder)

  const put = async (content: AsyncIterable<Uint8Array>): Promise<StoredFile> => {
    await makeSyncedFolder(incomingFolder(root))
    const draft = join(incomingFolder(root), randomUUID())
    try {
      const stored = await writeIncoming(draft, content, maxBytes)
      const path = pathOf(root, stored.sha256)
      if (!(await refresh(path))) {
        await makeSyncedFolder(folderOf(root, stored.sha256))
        await rename(draft, path)
      }
      // Also for content that was there: whoever wrote it may not have come to this line yet.
      await syncFolder(folderOf(root, stored.sha256))
      return stored
    } finally {
      await rm(draft, { force: true })
    }
  }

  const openFile: FileStore['open'] = async (sha256, options = {}) => {
    try {
      const handle = await open(pathOf(root, requireName(sha256)), 'r')
      const content = handle.createReadStream()
      return options.verify === true ? Readable.from(verified(content, sha256), { objectMode: false }) : content
    } catch (error) {
      if (hasCode(error, 'ENOENT')) throw new NotFound({ kind: 'file', id: sha256 })
      throw error
    }
  }

  const sizeOf = async (sha256: string): Promise<number | undefined> => {
    try {
      return (await stat(pathOf(root, sha256))).size
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined
      throw error
    }
  }

  return {
    put,
    open: openFile,
    has: async (sha256) => isSha256(sha256) && (await sizeOf(sha256)) !== undefined,
    list: async function* () {
      for await (const sha256 of listNames(root)) {
        const bytes = await sizeOf(sha256)
        if (bytes !== undefined) yield { sha256, bytes }
      }
    },
    sweep: async (request) => sweepFolder(root, request),
  }
}
