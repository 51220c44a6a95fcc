import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { today } from '../organisation/today.ts'
import { guardColumns } from '../records/guards.ts'
import type { RecordRow } from '../records/record.ts'
import {
  CLASS_NAMES,
  GATEWAY_NAMES,
  PURPOSE_NAMES,
  SHARED_KINDS,
  type DataClass,
  type Gateway,
  type Purpose,
  type SharedKind,
} from './lists.ts'

/** A share as the force reads it. `live`: neither ended nor past its last day. Days are civil dates, times instants. */
export const shareView = z.object({
  id: z.uuid(),
  record: z.uuid(),
  kind: z.enum(SHARED_KINDS),
  agency: z.object({ id: z.int(), name: z.string() }),
  agreement: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  emergencyReason: z.string().nullable(),
  gateway: z.enum(GATEWAY_NAMES),
  purpose: z.enum(PURPOSE_NAMES),
  classes: z.array(z.enum(CLASS_NAMES)),
  reference: z.string(),
  title: z.string(),
  untilOn: z.string(),
  sharedBy: z.object({ id: z.uuid(), name: z.string() }),
  sharedAt: z.iso.datetime(),
  review: z.string().nullable(),
  reviewedBy: z.string().nullable(),
  endedAt: z.iso.datetime().nullable(),
  endedReason: z.string().nullable(),
  live: z.boolean(),
  version: z.int(),
})
export type Share = z.output<typeof shareView>

type Row = Omit<Share, 'sharedAt' | 'endedAt' | 'live'> & { readonly sharedAt: Date; readonly endedAt: Date | null }

const SQL = `SELECT s.id, s.record_id AS record, s.record_kind AS kind, jsonb_build_object('id', g.id, 'name', g.name) AS agency,
    CASE WHEN a.id IS NULL THEN NULL ELSE jsonb_build_object('id', a.id, 'title', a.title) END AS agreement,
    s.emergency_reason AS "emergencyReason", s.gateway, s.purpose, s.classes, s.reference, s.title, s.until_on::text AS "untilOn",
    jsonb_build_object('id', b.id, 'name', b.name) AS "sharedBy", s.shared_at AS "sharedAt", s.review, v.name AS "reviewedBy",
    s.ended_at AS "endedAt", s.ended_reason AS "endedReason", s.version
  FROM share s JOIN agency g ON g.id = s.agency_id LEFT JOIN sharing_agreement a ON a.id = s.agreement_id
    JOIN account b ON b.id = s.shared_by LEFT JOIN account v ON v.id = s.reviewed_by`

function viewOf(tx: Tx, { sharedAt, endedAt, ...row }: Row): Share {
  return {
    ...row,
    sharedAt: sharedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    live: endedAt === null && row.untilOn >= today(tx),
  }
}

async function read(tx: Tx, rest: string, values: readonly unknown[]): Promise<Share[]> {
  return rowsAs<Row>(await tx.client.query(`${SQL} ${rest}`, [...values])).map((row) => viewOf(tx, row))
}

/** Of a record, newest first. One statement. */
export function sharesOf(tx: Tx, record: string): Promise<Share[]> {
  return read(tx, 'WHERE s.record_id = $1 ORDER BY s.shared_at DESC, s.id LIMIT 100', [record])
}

/** Under an agreement, as far as the reader may open their records, newest first. */
export function sharesUnder(tx: Tx, agreement: string): Promise<Share[]> {
  return read(tx, 'WHERE s.agreement_id = $1 ORDER BY s.shared_at DESC, s.id LIMIT 100', [agreement])
}

/** Made in an emergency and looked at by nobody yet, the oldest first. */
export function sharesToReview(tx: Tx): Promise<Share[]> {
  const waiting = 'WHERE s.emergency_reason IS NOT NULL AND s.reviewed_at IS NULL'
  return read(tx, `${waiting} ORDER BY s.shared_at, s.id LIMIT 100`, [])
}

/** Throws NotFound, whether there is none or it is out of this reader's reach. */
export async function getShare(tx: Tx, id: string, lock: '' | 'FOR UPDATE OF s' = ''): Promise<Share> {
  const [share] = await read(tx, `WHERE s.id = $1 ${lock}`, [id])
  if (share === undefined) throw new NotFound({ kind: 'share', id })
  return share
}

/** Whether something of a record is shared with an agency today. */
export async function isSharedWith(tx: Tx, record: string, agency: number): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    'SELECT FROM share WHERE record_id = $1 AND agency_id = $2 AND ended_at IS NULL AND until_on >= $3 LIMIT 1',
    [record, agency, today(tx)],
  )
  return rowCount !== 0
}

/** One part of a record, as it is opened by a share that opens its class. */
export interface Part {
  readonly class: DataClass
  readonly label: string
  readonly words: string
}

/** Class, label and words of a part; words that are null or empty were not written. */
export type MaybePart = readonly [of: DataClass, label: string, words: string | null]

/** The parts that were written. */
export function written(parts: readonly MaybePart[]): Part[] {
  return parts.flatMap(([of, label, words]) =>
    words === null || words === '' || label === '' ? [] : [{ class: of, label, words }],
  )
}

export interface NewShare {
  readonly record: Pick<RecordRow, 'id' | 'reference' | 'title' | 'guards'>
  readonly kind: SharedKind
  readonly agency: number
  /** Null in an emergency, which gives a reason. */
  readonly agreement: string | null
  readonly emergencyReason: string | null
  readonly gateway: Gateway
  readonly purpose: Purpose
  readonly classes: readonly DataClass[]
  readonly untilOn: string
  readonly parts: readonly Part[]
}

/** Writes a share and the parts that it opens, as they stand now. Whether it may be was decided before. Gives its id. */
export async function addShare(tx: Tx, share: NewShare): Promise<string> {
  const id = randomUUID()
  await tx.db
    .insertInto('share')
    .values({
      id,
      record_id: share.record.id,
      record_kind: share.kind,
      agency_id: share.agency,
      agreement_id: share.agreement,
      emergency_reason: share.emergencyReason,
      gateway: share.gateway,
      purpose: share.purpose,
      classes: [...share.classes],
      reference: share.record.reference,
      title: share.record.title,
      until_on: share.untilOn,
      shared_by: tx.reader.account ?? '',
      shared_at: tx.now,
      ...guardColumns(share.record.guards),
    })
    .execute()
  const opened = share.parts.filter((part) => share.classes.includes(part.class))
  if (opened.length > 0)
    await tx.db
      .insertInto('share_part')
      .values(opened.map((part, index) => ({ share_id: id, number: index + 1, ...part })))
      .execute()
  return id
}
