import { z } from 'zod'
import { wholeSecond } from '#kernel/duties/scope.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/** The oldest duty that an area owes and has not met. */
export const overdueModel = z.object({
  area: z.string(),
  id: z.uuid(),
  title: z.string(),
  dueAt: z.iso.datetime(),
  /** A person, else a team; null where nobody answers for it. */
  owner: z.string().nullable(),
  marking: z.enum(MARKINGS),
})
export type Overdue = z.output<typeof overdueModel>

/** A duty that somebody let go, with the rank and the reason they gave. */
export const waiverModel = z.object({
  id: z.uuid(),
  title: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  rank: z.string(),
  reason: z.string(),
  marking: z.enum(MARKINGS),
})
export type Waiver = z.output<typeof waiverModel>

export interface Owed {
  readonly oldest: readonly Overdue[]
  readonly waived: readonly Waiver[]
  /** Up to 1,000; null while no duty is kept at all. */
  readonly overdue: number | null
}

interface Answer {
  readonly oldest: readonly Overdue[]
  readonly waived: readonly Waiver[]
  readonly overdue: number
  readonly any: boolean
}

/** In the words of the indexes by which duties are listed: under row-level security nothing else is searched by. */
const OVERDUE = 'd.ended_at IS NULL AND d.list_at < $1'
const HEAD = 'd.id, d.title, d.due_at, d.owner_id, d.unit_id, d.marking'
const AREAS = 8
const WAIVERS = 6

/**
 * What is overdue in this reader's reach: the oldest in each area and of the force as a whole, the most overdue areas first;
 * and what was waived since a moment. One statement; each area is one look into an index.
 */
export async function readOwed(tx: Tx, since: Date): Promise<Owed> {
  const [row] = rowsAs<Answer>(await tx.client.query(SQL, [wholeSecond(tx.now), since]))
  if (row === undefined) return { oldest: [], waived: [], overdue: null }
  const instant = (text: string): string => new Date(text).toISOString()
  return {
    oldest: row.oldest.map((one) => ({ ...one, dueAt: instant(one.dueAt) })),
    waived: row.waived.map((one) => ({ ...one, at: instant(one.at) })),
    overdue: row.any ? row.overdue : null,
  }
}

const SQL = `
  WITH found AS (
    SELECT p.name AS area, o.* FROM area p CROSS JOIN LATERAL (
      SELECT ${HEAD} FROM duty d WHERE d.area_id = p.id AND ${OVERDUE} ORDER BY d.list_at, d.id LIMIT 1) o
    WHERE p.kind IN ('force', 'policing-area', 'local-authority', 'ward', 'neighbourhood')
      AND coalesce(p.valid_to, 'infinity') >= $1::date
      -- An area out of reach would be walked through to find nothing.
      AND ((SELECT reader_force_wide()) OR p.id = ANY ((SELECT reader_areas())::bigint[]))
    UNION ALL
    (SELECT 'No one area', ${HEAD} FROM duty d WHERE d.area_id IS NULL AND ${OVERDUE}
      ORDER BY d.list_at, d.id LIMIT 1)
  ), oldest AS (
    SELECT f.area, f.id, f.title, f.due_at AS "dueAt", coalesce(a.name, u.name) AS owner, f.marking
    FROM found f LEFT JOIN account a ON a.id = f.owner_id LEFT JOIN unit u ON u.id = f.unit_id
    ORDER BY f.due_at, f.area LIMIT ${AREAS}
  ), waived AS (
    SELECT d.id, d.title, d.waived_at AS at, a.name AS by, d.waived_rank AS rank, d.waived_reason AS reason, d.marking
    FROM duty d JOIN account a ON a.id = d.waived_by
    WHERE d.waived_at > $2 AND d.superseded_at IS NULL ORDER BY d.waived_at DESC LIMIT ${WAIVERS}
  )
  SELECT (SELECT coalesce(json_agg(o), '[]') FROM oldest o) AS oldest,
    (SELECT coalesce(json_agg(w), '[]') FROM waived w) AS waived,
    (SELECT count(*) FROM (SELECT FROM duty d WHERE ${OVERDUE} LIMIT 1000) d)::int AS overdue,
    EXISTS (SELECT FROM duty) AS any`
