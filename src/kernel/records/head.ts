import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { recordKind, type RecordKind } from './record.ts'
import { handedOnBy } from './rules/rec07-handed-on-by.ts'

/** What stands at the head of every page of a record, of whatever kind. Times are instants. */
export const recordHead = z.object({
  id: z.string(),
  kind: recordKind,
  reference: z.string(),
  title: z.string(),
  stage: z.string(),
  marking: z.enum(MARKINGS),
  area: z.int().nullable(),
  areaName: z.string().nullable(),
  unit: z.int().nullable(),
  unitName: z.string().nullable(),
  owner: z.string().nullable(),
  ownerName: z.string().nullable(),
  ownerNumber: z.string().nullable(),
  compartment: z.int().nullable(),
  compartmentName: z.string().nullable(),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  version: z.int(),
  /** Whether this reader may hand it on. */
  handsOn: z.boolean(),
})
export type RecordHead = z.output<typeof recordHead>

type HeadRow = Omit<RecordHead, 'openedAt' | 'closedAt' | 'handsOn'> & {
  readonly openedAt: Date
  readonly closedAt: Date | null
}

/** Throws NotFound, whether there is none or it is out of this reader's reach. */
export async function readHead(tx: Tx, kind: RecordKind, id: string): Promise<RecordHead> {
  const [row] = rowsAs<HeadRow>(
    await tx.client.query(
      `SELECT r.id, r.kind, r.reference, r.title, r.stage, r.marking, r.area_id AS area, a.name AS "areaName",
        r.unit_id AS unit, u.name AS "unitName", r.owner_id AS owner, o.name AS "ownerName", o.number AS "ownerNumber",
        r.compartment_id AS compartment, c.name AS "compartmentName", r.opened_at AS "openedAt", r.closed_at AS "closedAt",
        r.version
      FROM record r LEFT JOIN area a ON a.id = r.area_id LEFT JOIN unit u ON u.id = r.unit_id
        LEFT JOIN account o ON o.id = r.owner_id LEFT JOIN compartment c ON c.id = r.compartment_id
      WHERE r.id = $1 AND r.kind = $2`,
      [id, kind],
    ),
  )
  if (row === undefined) throw new NotFound({ kind, id })
  return {
    ...row,
    openedAt: row.openedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    handsOn: handedOnBy(row.kind, row.owner, tx.reader) === null,
  }
}
