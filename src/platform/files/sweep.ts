import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { SweepReport, SweepRequest } from './file-store.ts'
import { incomingFolder, isSha256, listIncoming, listNames, pathOf } from './folder-layout.ts'
import { hasCode } from './has-code.ts'
import { makeSyncedFolder, syncFolder } from './synced.ts'

const asidePrefix = 'aside-'
const batchSize = 500

const findStat = async (path: string): Promise<{ mtimeMs: number; size: number } | undefined> => {
  try {
    return await stat(path)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/**
 * Removes one file that nobody points to. The same content may be stored again at this very moment, which refreshes the
 * file's time: so the file is laid aside, its time read once more, and put back if it has become young. Whoever stores it
 * after it was laid aside finds it missing and writes it anew.
 */
const removeUnlessRefreshed = async (root: string, sha256: string, oldest: number): Promise<number | undefined> => {
  const path = pathOf(root, sha256)
  const aside = join(incomingFolder(root), asidePrefix + sha256)
  await rename(path, aside)
  const found = await stat(aside)
  if (found.mtimeMs > oldest) {
    await rename(aside, path)
    return undefined
  }
  await rm(aside)
  return found.size
}

/** Clears remains of uploads that were cut off, and puts back what a sweep that was cut off had laid aside. */
const clearIncoming = async (root: string, oldest: number): Promise<void> => {
  for (const name of await listIncoming(root)) {
    const path = join(incomingFolder(root), name)
    const sha256 = name.slice(asidePrefix.length)
    if (name.startsWith(asidePrefix) && isSha256(sha256)) await rename(path, pathOf(root, sha256))
    else if (((await findStat(path))?.mtimeMs ?? Infinity) <= oldest) await rm(path, { force: true })
  }
}

/** See {@link FileStore.sweep}. One sweep at a time. */
export const sweepFolder = async (root: string, request: SweepRequest): Promise<SweepReport> => {
  const oldest = request.now.getTime() - request.olderThanMilliseconds
  await makeSyncedFolder(incomingFolder(root))
  await clearIncoming(root, oldest)
  const report = { kept: 0, removed: 0, bytesRemoved: 0 }

  const sweepBatch = async (names: readonly string[]): Promise<void> => {
    const referenced = await request.findReferenced(names)
    for (const name of names) {
      const bytes = referenced.has(name) ? undefined : await removeUnlessRefreshed(root, name, oldest)
      if (bytes === undefined) report.kept += 1
      else {
        report.removed += 1
        report.bytesRemoved += bytes
      }
    }
  }

  let batch: string[] = []
  for await (const name of listNames(root)) {
    const found = await findStat(pathOf(root, name))
    if (found === undefined || found.mtimeMs > oldest) {
      report.kept += 1
      continue
    }
    batch.push(name)
    if (batch.length < batchSize) continue
    await sweepBatch(batch)
    batch = []
  }
  if (batch.length > 0) await sweepBatch(batch)
  await syncFolder(incomingFolder(root))
  return report
}
