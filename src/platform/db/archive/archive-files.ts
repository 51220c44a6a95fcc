import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { FileDamaged } from '#platform/files/file-store.ts'
import { createFolderFileStore } from '#platform/files/folder-file-store.ts'

/** Where the archive keeps the files, in the same layout as a file store. */
export const filesPart = 'files'

export const filePartName = (sha256: string): string =>
  `${filesPart}/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`

export type ArchivedFiles = {
  readonly files: { readonly count: number; readonly bytes: number }
  readonly damagedFiles: readonly string[]
}

/** Copies every stored file into the archive, checking each; what is damaged is left out and named. */
export const archiveFiles = async (
  filesFolder: string,
  archive: string,
  sums: Map<string, string>,
): Promise<ArchivedFiles> => {
  const from = createFolderFileStore({ folder: filesFolder })
  const into = createFolderFileStore({ folder: join(archive, filesPart) })
  const files = { count: 0, bytes: 0 }
  const damagedFiles: string[] = []
  for await (const { sha256 } of from.list()) {
    try {
      const { bytes } = await into.put(await from.open(sha256, { verify: true }))
      sums.set(filePartName(sha256), sha256)
      files.count += 1
      files.bytes += bytes
    } catch (error) {
      if (!(error instanceof FileDamaged)) throw error
      damagedFiles.push(sha256)
    }
  }
  await rm(join(archive, filesPart, 'incoming'), { recursive: true, force: true })
  return { files, damagedFiles }
}

/** Puts the archive's files into a store; what is there already stays. */
export const restoreFiles = async (archive: string, filesFolder: string): Promise<{ count: number; bytes: number }> => {
  const from = createFolderFileStore({ folder: join(archive, filesPart) })
  const into = createFolderFileStore({ folder: filesFolder })
  const files = { count: 0, bytes: 0 }
  for await (const { sha256 } of from.list()) {
    const { bytes } = await into.put(await from.open(sha256, { verify: true }))
    files.count += 1
    files.bytes += bytes
  }
  return files
}
