import { z } from 'zod'
import { ROLES_IN_OCCURRENCES } from '#kernel/parties/words.ts'
import { isRecordKind, recordHref, stageWords } from '#kernel/records/record.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'

export const roleName = z.enum(keysOf(ROLES_IN_OCCURRENCES))

/** How often a role was taken, by what it was taken in: `crime`, `asb`, the kind of a record. */
export const roleCount = z.object({
  role: roleName,
  what: z.string(),
  total: z.int(),
  recent: z.int(),
})
export type RoleCountView = z.output<typeof roleCount>

/** Something that happened or is worked on, and what the party was in it. An instant. */
export const happening = z.object({
  /** An occurrence's number; null for a record. */
  occurrence: z.int().nullable(),
  roles: z.array(roleName).readonly(),
  opinion: z.boolean(),
  at: z.iso.datetime(),
  precision: z.enum(['minute', 'hour', 'day', 'month']),
  what: z.string(),
  category: z.string(),
  place: z.string(),
  reference: z.string().nullable(),
  outcome: z.string().nullable(),
  /** A record's page, title and stage. */
  record: z.object({ href: z.string(), title: z.string(), stage: z.string() }).nullable(),
  marking: z.enum(MARKINGS),
})
export type Happening = z.output<typeof happening>

export const HAPPENINGS_A_PAGE = 12

export interface Asked {
  readonly role: z.output<typeof roleName> | null
  readonly what: string | null
  readonly page: number
}

/** What the reader may see: the role's own guards, and the occurrence or record that it was taken in. */
const SEEN = `FROM party_role r LEFT JOIN occurrence o ON o.id = r.occurrence_id LEFT JOIN record c ON c.id = r.record_id
  WHERE r.party_id = ANY ($1) AND (o.id IS NOT NULL OR c.id IS NOT NULL)`

/** Counts by role of what this reader may see; "recent" is within a year before now. One statement. */
export async function countRoles(tx: Tx, ids: readonly number[]): Promise<readonly RoleCountView[]> {
  return rowsAs<RoleCountView>(
    await tx.client.query(
      `SELECT r.role, coalesce(o.kind, c.kind) AS what, count(DISTINCT (o.id, c.id))::integer AS total,
        (count(DISTINCT (o.id, c.id)) FILTER (WHERE r.happened_at > $2::timestamptz - interval '1 year'))::integer AS recent
      ${SEEN} GROUP BY r.role, coalesce(o.kind, c.kind) ORDER BY recent DESC, total DESC, r.role`,
      [ids, tx.now],
    ),
  )
}

interface Row extends Omit<Happening, 'at' | 'record'> {
  readonly at: Date
  readonly record: string | null
  readonly title: string | null
  readonly stage: string | null
  readonly total: number
}

export interface Happened {
  readonly rows: readonly Happening[]
  /** Of this choice, on all pages. */
  readonly total: number
}

/** One page of what happened, the newest first, each once with all that the party was in it. One statement. */
export async function happeningsOf(tx: Tx, ids: readonly number[], { role, what, page }: Asked): Promise<Happened> {
  const rows = rowsAs<Row>(
    await tx.client.query(
      `SELECT o.id AS occurrence, array_agg(DISTINCT r.role) AS roles, bool_or(r.basis = 'opinion') AS opinion,
        max(r.happened_at) AS at, coalesce(o.precision, 'minute') AS precision, coalesce(o.kind, c.kind) AS what,
        coalesce(o.category, '') AS category, coalesce(o.location_text, '') AS place,
        coalesce(o.external_reference, c.reference) AS reference, o.outcome, c.id AS record, c.title, c.stage,
        CASE WHEN 'OFFICIAL-SENSITIVE' IN (o.marking, c.marking) THEN 'OFFICIAL-SENSITIVE' ELSE max(r.marking) END AS marking,
        (count(*) OVER ())::integer AS total
      ${SEEN} AND ($3::text IS NULL OR coalesce(o.kind, c.kind) = $3)
      GROUP BY o.id, c.id HAVING $2::text IS NULL OR bool_or(r.role = $2)
      ORDER BY at DESC, o.id DESC, c.id LIMIT ${HAPPENINGS_A_PAGE} OFFSET $4`,
      [ids, role, what, (page - 1) * HAPPENINGS_A_PAGE],
    ),
  )
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ record, title, stage, at, total: _total, ...row }) => ({
      ...row,
      at: at.toISOString(),
      record:
        record !== null && isRecordKind(row.what)
          ? { href: recordHref(row.what, record), title: title ?? '', stage: stageWords(stage ?? '') }
          : null,
    })),
  }
}
