import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'

interface Head {
  readonly mapping: string
  readonly files: number
}

/** The extract, kept from others while this transaction adds to it. Throws NotFound. */
export async function lockExtract(tx: Tx, id: string): Promise<Head> {
  await tx.client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`extract ${id}`])
  return getExtract(tx, id)
}

export async function getExtract(tx: Tx, id: string): Promise<Head> {
  const [row] = rowsAs<Head>(
    await tx.client.query(
      `SELECT mapping_name AS mapping, (SELECT count(*)::integer FROM extract_file WHERE extract_id = e.id) AS files
       FROM extract e WHERE id = $1`,
      [id],
    ),
  )
  if (row === undefined) throw new NotFound({ kind: 'extract', id })
  return row
}

export interface ExtractFileRow {
  readonly number: number
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly header: readonly string[]
}

export async function extractFiles(tx: Tx, id: string): Promise<readonly ExtractFileRow[]> {
  return rowsAs<ExtractFileRow>(
    await tx.client.query(
      'SELECT number, name, sha256, bytes, header FROM extract_file WHERE extract_id = $1 ORDER BY number',
      [id],
    ),
  )
}

export async function getExtractFile(tx: Tx, id: string, number: number): Promise<ExtractFileRow> {
  const found = (await extractFiles(tx, id)).find((file) => file.number === number)
  if (found === undefined) throw new NotFound({ kind: 'extract-file', id: `${id} ${number}` })
  return found
}
