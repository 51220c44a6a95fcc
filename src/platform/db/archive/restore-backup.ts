import { copyFile, constants, mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { hasCode } from '#platform/files/has-code.ts'
import { restoreFiles } from './archive-files.ts'
import { ArchiveError } from './archive-error.ts'
import { inTransaction, withArchiveConnection } from './connection.ts'
import { emptyAgain, requireEmpty } from './empty-database.ts'
import { loadDatabase } from './load.ts'
import { type Manifest, sealHeadsName } from './manifest.ts'
import type { SchemaPort } from './schema-port.ts'
import { readManifest, verifyArchive } from './verify-archive.ts'

export interface RestoreOptions {
  /** An empty database and the role that will own it; no superuser is needed. */
  readonly ownerUrl: string
  readonly filesFolder: string
  /** The archive's folder. */
  readonly from: string
  /** Where to put the archive's seal heads; must not be there yet. Absent: they stay in the archive. */
  readonly sealHeadsFile?: string
  readonly schema: SchemaPort
}

export interface RestoreReport {
  /** The level of the archive, and so of the database now: migrate to bring it up to date. */
  readonly level: string
  readonly writtenAt: string
  readonly tables: number
  readonly rows: number
  readonly files: number
  readonly fileBytes: number
}

/** @throws {ArchiveError} when this release cannot make the archive's schema. */
const requireKnownLevel = async (manifest: Manifest, schema: SchemaPort): Promise<void> => {
  const levels = await schema.levels()
  if (levels.includes(manifest.level)) return
  const newest = levels.at(-1) ?? 'none'
  throw new ArchiveError(
    manifest.level > newest
      ? `The archive comes from a later release (its level is ${manifest.level}, the newest here ${newest}). Use that release.`
      : `The archive's level, ${manifest.level}, is unknown here: it comes from another product, or was changed.`,
  )
}

const restoreSealHeads = async (archive: string, manifest: Manifest, file: string | undefined): Promise<void> => {
  if (file === undefined || !manifest.sealHeads) return
  try {
    await mkdir(dirname(file), { recursive: true })
    await copyFile(join(archive, sealHeadsName), file, constants.COPYFILE_EXCL)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
    throw new ArchiveError(`${file} is there already; the archive's seal heads would write over it.`)
  }
}

const restoreDatabase = async (archive: string, manifest: Manifest, options: RestoreOptions): Promise<void> => {
  const { ownerUrl, schema } = options
  await schema.migrateTo(ownerUrl, manifest.level)
  await withArchiveConnection(ownerUrl, async (client) => {
    await inTransaction(client, 'BEGIN', async () => {
      await loadDatabase(client, manifest, archive, schema.ledger)
      await schema.afterLoad?.(client)
    })
    await client.query('ANALYZE')
  })
}

const cleanUp = async (ownerUrl: string, failure: unknown): Promise<never> => {
  try {
    await withArchiveConnection(ownerUrl, emptyAgain)
  } catch (error) {
    throw new ArchiveError(
      'The restore failed, and what it had made could not be removed: drop the database and make a new one. ' +
        `The failure: ${String(failure)}. The removal: ${String(error)}.`,
      { cause: failure },
    )
  }
  throw failure
}

/**
 * Restores a backup into an empty database: checks the whole archive, puts the files in place, makes the schema of the
 * archive's level, then loads all rows in one transaction. When it fails, the database is empty again; files that were
 * placed are removed by a later sweep.
 *
 * @throws {ArchiveError} in words, when the archive is damaged or of a later release, or the database is not empty.
 */
export const restoreBackup = async (options: RestoreOptions): Promise<RestoreReport> => {
  const archive = resolve(options.from)
  const manifest = await readManifest(archive)
  await requireKnownLevel(manifest, options.schema)
  await withArchiveConnection(options.ownerUrl, requireEmpty)
  await verifyArchive(archive, manifest)
  await restoreSealHeads(archive, manifest, options.sealHeadsFile)
  const files = await restoreFiles(archive, options.filesFolder)
  try {
    await restoreDatabase(archive, manifest, options)
  } catch (error) {
    await cleanUp(options.ownerUrl, error)
  }
  return {
    level: manifest.level,
    writtenAt: manifest.writtenAt,
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
    files: files.count,
    fileBytes: files.bytes,
  }
}
