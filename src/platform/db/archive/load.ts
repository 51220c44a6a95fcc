import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { ArchiveError } from './archive-error.ts'
import { ours, readTables } from './catalogue.ts'
import type { ArchivedTable, Manifest, QualifiedName } from './manifest.ts'
import { plain, quoted, quotedColumns } from './names.ts'
import { createMissingPartitions } from './restore-partitions.ts'
import { withKeysAndTriggersAside } from './set-aside.ts'

/** The migrations of the archive's level must have made every column that it has rows for. */
const requireSameShape = async (client: Client, manifest: Manifest, ledger: QualifiedName): Promise<void> => {
  const there = new Map((await readTables(client, ledger)).map((table) => [plain(table), new Set(table.columns)]))
  for (const table of manifest.tables) {
    const columns = there.get(plain(table))
    const lost = columns === undefined ? [] : table.columns.filter((column) => !columns.has(column))
    if (columns !== undefined && lost.length === 0) continue
    const what = columns === undefined ? `the table ${plain(table)}` : `${plain(table)}.${lost.join(', ')}`
    throw new ArchiveError(
      `The archive has rows for ${what}, which the schema of its level (${manifest.level}) does not have here. ` +
        'Restore it with the release that wrote it, then bring the database up to date.',
    )
  }
}

const loadTable = async (client: Client, table: ArchivedTable, archive: string): Promise<void> => {
  const columns = table.columns.length === 0 ? '' : ` (${quotedColumns(table.columns)})`
  const copy = client.query(copyFrom(`COPY ${quoted(table)}${columns} FROM STDIN`))
  await pipeline(createReadStream(join(archive, table.part)), createGunzip(), copy)
}

const requireCount = async (client: Client, table: ArchivedTable): Promise<void> => {
  const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${quoted(table)}`)
  const count = Number(rows[0]?.count)
  if (count === table.rows) return
  throw new ArchiveError(`${plain(table)} has ${count} rows after the restore where the archive has ${table.rows}.`)
}

const setSequences = async (client: Client, manifest: Manifest): Promise<void> => {
  for (const sequence of manifest.sequences) {
    const { lastValue, isCalled } = sequence
    await client.query('SELECT pg_catalog.setval($1::regclass, $2, $3)', [quoted(sequence), lastValue, isCalled])
  }
}

const refreshViews = async (client: Client): Promise<void> => {
  const { rows } = await client.query<QualifiedName>(`
    SELECT n.nspname AS schema, c.relname AS name
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'm' AND ${ours} ORDER BY c.oid`)
  for (const view of rows) await client.query(`REFRESH MATERIALIZED VIEW ${quoted(view)}`)
}

/** Replaces what the migrations put into the archived tables by the archive's rows. Within the caller's transaction. */
export const loadDatabase = async (
  client: Client,
  manifest: Manifest,
  archive: string,
  ledger: QualifiedName,
): Promise<void> => {
  await requireSameShape(client, manifest, ledger)
  await createMissingPartitions(client, manifest.partitions)
  await withKeysAndTriggersAside(client, async () => {
    if (manifest.tables.length > 0) await client.query(`TRUNCATE ${manifest.tables.map(quoted).join(', ')}`)
    for (const table of manifest.tables) await loadTable(client, table, archive)
  })
  for (const table of manifest.tables) await requireCount(client, table)
  await setSequences(client, manifest)
  await refreshViews(client)
}
