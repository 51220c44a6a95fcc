import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { createGzip } from 'node:zlib'
import type { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { syncFolder } from '#platform/files/synced.ts'
import { archiveFiles } from './archive-files.ts'
import { ArchiveError } from './archive-error.ts'
import { readPartitions, readSequences, readTables, type TableShape } from './catalogue.ts'
import { inTransaction, withArchiveConnection } from './connection.ts'
import {
  archiveFormat,
  archiveVersion,
  type ArchivedTable,
  type Manifest,
  manifestName,
  sealHeadsName,
  sumsName,
} from './manifest.ts'
import { plain, quoted, quotedColumns } from './names.ts'
import { hashFile, writePart } from './part-files.ts'
import type { SchemaPort } from './schema-port.ts'

export interface BackupOptions {
  readonly ownerUrl: string
  readonly filesFolder: string
  /** The audit's heads as written outside the database. */
  readonly sealHeadsFile?: string
  /** The archive: a folder that is made, and bears this name only once it is whole and on the disk. */
  readonly out: string
  readonly schema: SchemaPort
  readonly now: Date
}

export interface BackupReport {
  readonly archive: string
  readonly level: string
  readonly tables: number
  readonly rows: number
  readonly files: number
  readonly fileBytes: number
  /** Stored files whose content no longer has its name's SHA-256; they are left out. Empty, one hopes. */
  readonly damagedFiles: readonly string[]
}

type Sums = Map<string, string>

const partName = (table: TableShape, index: number): string => {
  const readable = plain(table)
    .toLowerCase()
    .replace(/[^0-9a-z_.-]/g, '_')
  return `tables/${String(index + 1).padStart(4, '0')}-${readable}.copy.gz`
}

const writeTable = async (client: Client, table: TableShape, index: number, folder: string, sums: Sums) => {
  const part = partName(table, index)
  const rows = client.query(copyTo(`COPY (SELECT ${quotedColumns(table.columns)} FROM ${quoted(table)}) TO STDOUT`))
  const gzip = createGzip({ level: 4 })
  rows.once('error', (error) => gzip.destroy(error))
  const { sha256 } = await writePart(join(folder, part), rows.pipe(gzip))
  sums.set(part, sha256)
  return { ...table, part, rows: rows.rowCount } satisfies ArchivedTable
}

/** Everything from the database, as it stood at one moment; nobody waits for it meanwhile. */
const writeDatabase = async (client: Client, options: BackupOptions, folder: string, sums: Sums) =>
  inTransaction(client, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', async () => {
    // So that definitions are noted with the schema of every name.
    await client.query("SET LOCAL search_path = ''")
    const level = await options.schema.findLevel(client)
    if (level === undefined) throw new ArchiveError('There is nothing to back up: the database was never migrated.')
    const shapes = await readTables(client, options.schema.ledger)
    if (shapes.length > 0) await client.query(`LOCK TABLE ${shapes.map(quoted).join(', ')} IN ACCESS SHARE MODE`)
    const partitions = await readPartitions(client)
    const tables: ArchivedTable[] = []
    for (const [index, shape] of shapes.entries()) tables.push(await writeTable(client, shape, index, folder, sums))
    const { rows } = await client.query<{ version: string }>("SELECT current_setting('server_version') AS version")
    return { level, tables, partitions, sequences: await readSequences(client), postgresql: rows[0]?.version ?? '' }
  })

/** The heads are taken before the database: heads newer than the rows would read as if rows had been cut off. */
const copySealHeads = async (file: string | undefined, folder: string, sums: Sums): Promise<boolean> => {
  if (file === undefined) return false
  await copyFile(file, join(folder, sealHeadsName))
  sums.set(sealHeadsName, await hashFile(join(folder, sealHeadsName)))
  return true
}

const lines = async function* (sums: Sums): AsyncGenerator<Uint8Array> {
  for (const [path, sha256] of sums) yield Buffer.from(`${sha256}  ${path}\n`)
}

const single = async function* (text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

const writeArchive = async (options: BackupOptions, folder: string): Promise<Omit<BackupReport, 'archive'>> => {
  const sums: Sums = new Map()
  await mkdir(join(folder, 'tables'), { recursive: true, mode: 0o700 })
  const sealHeads = await copySealHeads(options.sealHeadsFile, folder, sums)
  const database = await withArchiveConnection(options.ownerUrl, (client) =>
    writeDatabase(client, options, folder, sums),
  )
  const { files, damagedFiles } = await archiveFiles(options.filesFolder, folder, sums)
  const writtenAt = options.now.toISOString()
  const manifest: Manifest = {
    format: archiveFormat,
    version: archiveVersion,
    writtenAt,
    ...database,
    files,
    sealHeads,
  }
  const { sha256 } = await writePart(join(folder, manifestName), single(`${JSON.stringify(manifest, null, 2)}\n`))
  sums.set(manifestName, sha256)
  await writePart(join(folder, sumsName), lines(sums))
  for (const synced of ['tables', '.']) await syncFolder(join(folder, synced))
  return {
    level: manifest.level,
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
    files: files.count,
    fileBytes: files.bytes,
    damagedFiles,
  }
}

const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined)) !== undefined

/**
 * Writes a backup that every supported PostgreSQL can take: the database as it stood at one moment, then the files. Tables
 * are streamed; memory does not grow with them.
 *
 * @throws {ArchiveError} when `out` is there already or the database was never migrated. What was written by then is gone.
 */
export const writeBackup = async (options: BackupOptions): Promise<BackupReport> => {
  const archive = resolve(options.out)
  if (await isThere(archive)) throw new ArchiveError(`${archive} is there already; name a new folder for the backup.`)
  const draft = join(dirname(archive), `.${basename(archive)}.unfinished`)
  await rm(draft, { recursive: true, force: true })
  try {
    await mkdir(dirname(archive), { recursive: true })
    const report = await writeArchive(options, draft)
    await rename(draft, archive)
    await syncFolder(dirname(archive))
    return { archive, ...report }
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}
