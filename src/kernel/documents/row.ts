import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'

/** What is known of a document, without its bytes. Times are instants. */
export const documentView = z.object({
  id: z.string(),
  title: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  marking: z.enum(['OFFICIAL', 'OFFICIAL-SENSITIVE']),
  agencyName: z.string(),
  unit: z.int().nullable(),
  unitName: z.string().nullable(),
  area: z.int().nullable(),
  areaName: z.string().nullable(),
  compartment: z.int().nullable(),
  compartmentName: z.string().nullable(),
  addedBy: z.string(),
  addedByName: z.string(),
  addedAt: z.iso.datetime(),
  withdrawnAt: z.iso.datetime().nullable(),
  withdrawnReason: z.string().nullable(),
  version: z.int(),
})
export type DocumentView = z.output<typeof documentView>

export type DocumentRow = Omit<DocumentView, 'addedAt' | 'withdrawnAt'> & {
  readonly addedAt: Date
  readonly withdrawnAt: Date | null
}

export const DOCUMENT_COLUMNS = `d.id, d.title, d.file_name AS "fileName", d.media_type AS "mediaType", d.bytes, d.sha256,
  d.marking, g.name AS "agencyName", d.unit_id AS unit, u.name AS "unitName", d.area_id AS area, r.name AS "areaName",
  d.compartment_id AS compartment, c.name AS "compartmentName", d.added_by AS "addedBy", a.name AS "addedByName",
  d.added_at AS "addedAt", d.withdrawn_at AS "withdrawnAt", d.withdrawn_reason AS "withdrawnReason", d.version`
export const DOCUMENT_JOINS = `document d JOIN agency g ON g.id = d.agency_id JOIN account a ON a.id = d.added_by
  LEFT JOIN unit u ON u.id = d.unit_id LEFT JOIN area r ON r.id = d.area_id
  LEFT JOIN compartment c ON c.id = d.compartment_id`

export function viewOf(row: DocumentRow): DocumentView {
  return { ...row, addedAt: row.addedAt.toISOString(), withdrawnAt: row.withdrawnAt?.toISOString() ?? null }
}

/** Throws NotFound, whether there is none or it is out of this reader's reach. */
export async function getDocument(tx: Tx, id: string): Promise<DocumentView> {
  const { rows } = await tx.client.query<DocumentRow>(
    `SELECT ${DOCUMENT_COLUMNS} FROM ${DOCUMENT_JOINS} WHERE d.id = $1`,
    [id],
  )
  const row = rows[0]
  if (row === undefined) throw new NotFound({ kind: 'document', id })
  return viewOf(row)
}

export const documentId = z.uuid({ error: 'This is not the reference of a document' })
