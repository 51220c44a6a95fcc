import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { optionalChoice, PAGE_SIZE, pageNumber } from '#kernel/organisation/paging.ts'
import { STANDINGS } from '#kernel/victims-code/victim-rule.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { PURPOSE } from '../commands/fields.ts'
import { NAME } from './read-victim.ts'

export const OF = { me: 'Mine', team: 'My teams’', area: 'My areas’', all: 'All in my reach' } as const
export const SHOWN = {
  all: 'All',
  overdue: 'Something overdue',
  soon: 'Something due soon',
  silent: 'Not told anything yet',
  unsafe: 'No safe way to reach them',
} as const

export const victimLine = z.object({
  id: z.uuid(),
  reference: z.string(),
  title: z.string(),
  name: z.string(),
  standing: z.enum(keysOf(STANDINGS)),
  enhanced: z.boolean(),
  unsafe: z.boolean(),
  toldAt: z.iso.datetime().nullable(),
  /** What is owed first, and how many things are open and overdue. */
  owedAt: z.iso.datetime().nullable(),
  owedWhat: z.string().nullable(),
  open: z.int(),
  overdue: z.int(),
  areaName: z.string().nullable(),
  owner: z.string().nullable(),
  marking: z.enum(MARKINGS),
})
export type VictimLine = z.output<typeof victimLine>

interface Row extends Omit<VictimLine, 'toldAt' | 'owedAt'> {
  readonly toldAt: Date | null
  readonly owedAt: Date | null
  readonly total: number
}

/** Open victims in reach, each with what is open for them: one pass over their open duties. */
const FOLLOWED = `SELECT v.id, v.told_at, v.no_safe_contact_since, v.owner_id, v.unit_id, v.area_id,
    coalesce(d.first, 'infinity') AS first, coalesce(d.open, 0) AS open, coalesce(d.overdue, 0) AS overdue,
    coalesce(d.soon, 0) AS soon, d.title
  FROM victim v JOIN record r ON r.id = v.id AND r.closed_at IS NULL
    LEFT JOIN LATERAL (SELECT min(o.list_at) AS first, count(*)::integer AS open,
        count(*) FILTER (WHERE o.due_at < $1)::integer AS overdue,
        count(*) FILTER (WHERE o.due_at >= $1 AND o.warn_at <= $1)::integer AS soon,
        (array_agg(o.title ORDER BY o.list_at, o.id))[1] AS title
      FROM duty o WHERE o.record_id = v.id AND o.ended_at IS NULL) d ON true`

const WHOSE = `($2 = 'all' OR ($2 = 'me' AND f.owner_id = $3) OR ($2 = 'team' AND f.unit_id = ANY ($4::bigint[]))
  OR ($2 = 'area' AND f.area_id = ANY ($5::bigint[])))`

export const listVictims = query({
  name: 'victim.list',
  summary: 'List victims of crime in your reach, those who are owed something soonest first',
  input: z.object({
    of: optionalChoice('whose', keysOf(OF)),
    show: optionalChoice('which', keysOf(SHOWN)),
    page: pageNumber,
  }),
  output: z.object({
    victims: z.array(victimLine).readonly(),
    total: z.int(),
    page: z.int(),
    /** Of all that are meant by `of`. */
    counts: z.object({ followed: z.int(), overdue: z.int(), soon: z.int(), silent: z.int(), unsafe: z.int() }),
    filter: z.object({ of: z.enum(keysOf(OF)), show: z.enum(keysOf(SHOWN)) }),
  }),
  access: { staff: 'any' },
  purpose: PURPOSE,
  audit: {
    event: 'victim.listed',
    subjects: (_, { victims }) => victims.map(({ id }) => ({ kind: 'victim', id })),
    detail: ({ page }, { total, filter }) => ({ page, total, filter }),
  },
  async run(tx, { page, ...asked }) {
    const filter = { of: asked.of ?? 'all', show: asked.show ?? 'all' }
    const second = new Date(Math.floor(tx.now.getTime() / 1000) * 1000)
    const values = [second, filter.of, tx.reader.account, tx.reader.units, tx.reader.areas]
    const rows = rowsAs<Row>(
      await tx.client.query(
        `WITH followed AS (${FOLLOWED}), shown AS MATERIALIZED (SELECT f.*, count(*) OVER ()::integer AS total
          FROM followed f WHERE ${WHOSE} AND ($6 = 'all' OR ($6 = 'overdue' AND f.overdue > 0) OR ($6 = 'soon' AND f.soon > 0)
            OR ($6 = 'silent' AND f.told_at IS NULL) OR ($6 = 'unsafe' AND f.no_safe_contact_since IS NOT NULL))
          ORDER BY f.first, f.id LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE})
        SELECT s.id, r.reference, r.title, ${NAME} AS name, v.standing, cardinality(v.reasons) > 0 AS enhanced,
          v.no_safe_contact_since IS NOT NULL AS unsafe, v.told_at AS "toldAt",
          CASE WHEN isfinite(s.first) THEN s.first END AS "owedAt", s.title AS "owedWhat", s.open, s.overdue,
          a.name AS "areaName", w.name AS owner, r.marking, s.total
        FROM shown s JOIN record r ON r.id = s.id JOIN victim v ON v.id = s.id LEFT JOIN party p ON p.id = v.party_id
          LEFT JOIN area a ON a.id = r.area_id LEFT JOIN account w ON w.id = r.owner_id ORDER BY s.first, s.id`,
        [...values, filter.show],
      ),
    )
    const [counts] = rowsAs<{ followed: number; overdue: number; soon: number; silent: number; unsafe: number }>(
      await tx.client.query(
        `SELECT count(*)::integer AS followed, count(*) FILTER (WHERE f.overdue > 0)::integer AS overdue,
          count(*) FILTER (WHERE f.soon > 0)::integer AS soon, count(*) FILTER (WHERE f.told_at IS NULL)::integer AS silent,
          count(*) FILTER (WHERE f.no_safe_contact_since IS NOT NULL)::integer AS unsafe
        FROM (${FOLLOWED}) f WHERE ${WHOSE}`,
        values,
      ),
    )
    return {
      victims: rows.map(({ total: _total, ...row }) => ({
        ...row,
        toldAt: row.toldAt?.toISOString() ?? null,
        owedAt: row.owedAt?.toISOString() ?? null,
      })),
      total: rows[0]?.total ?? 0,
      page,
      counts: counts ?? { followed: 0, overdue: 0, soon: 0, silent: 0, unsafe: 0 },
      filter,
    }
  },
})
