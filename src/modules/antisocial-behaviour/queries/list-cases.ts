import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { optionalChoice, PAGE_SIZE, pageNumber } from '#kernel/organisation/paging.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { PURPOSE } from '../commands/fields.ts'
import { CATEGORIES, TYPES } from '#kernel/antisocial-behaviour/lists.ts'
import { BANDS } from '../rules/asb02-risk-form.ts'

const SHOWN = { open: 'Not ended', closed: 'Ended' } as const
export const OF = { me: 'Mine', team: 'My teams’', all: 'All in my reach' } as const
const RISKS = [...keysOf(BANDS), 'none'] as const

export const caseLine = z.object({
  id: z.uuid(),
  reference: z.string(),
  title: z.string(),
  category: z.enum(keysOf(CATEGORIES)),
  type: z.enum(keysOf(TYPES)),
  place: z.string(),
  areaName: z.string().nullable(),
  risk: z.enum(keysOf(BANDS)).nullable(),
  hate: z.boolean(),
  partyKnown: z.boolean(),
  incidents: z.int(),
  powers: z.int(),
  owed: z.iso.datetime().nullable(),
  owner: z.string().nullable(),
  closed: z.boolean(),
  marking: z.enum(MARKINGS),
})
export type CaseLine = z.output<typeof caseLine>

export const listCases = query({
  name: 'asb-case.list',
  summary: 'List the cases of anti-social behaviour in your reach, the highest risk first',
  input: z.object({
    of: optionalChoice('whose', keysOf(OF)),
    state: optionalChoice('the state', keysOf(SHOWN)),
    category: optionalChoice('the category', keysOf(CATEGORIES)),
    risk: optionalChoice('the risk', RISKS),
    page: pageNumber,
  }),
  output: z.object({
    cases: z.array(caseLine).readonly(),
    total: z.int(),
    page: z.int(),
    /** Of all in reach that have not ended. */
    counts: z.object({ open: z.int(), high: z.int(), unassessed: z.int(), overdue: z.int(), reviews: z.int() }),
    filter: z.object({
      of: z.enum(keysOf(OF)),
      state: z.enum(keysOf(SHOWN)),
      category: z.string().nullable(),
      risk: z.string().nullable(),
    }),
  }),
  access: { staff: 'any' },
  purpose: PURPOSE,
  audit: {
    event: 'asb-case.listed',
    subjects: (_, { cases }) => cases.map(({ id }) => ({ kind: 'asb-case', id })),
    detail: ({ page }, { total, filter }) => ({ page, total, filter }),
  },
  async run(tx, { page, ...asked }) {
    const filter = { of: asked.of ?? 'all', state: asked.state ?? 'open', category: asked.category, risk: asked.risk }
    const { account, units } = tx.reader
    const values = [filter.state === 'open', filter.category, filter.risk, filter.of, account, units]
    const rows = rowsAs<Omit<CaseLine, 'owed'> & { owed: Date | null; total: number }>(
      await tx.client.query(
        `WITH shown AS MATERIALIZED (SELECT r.id, count(*) OVER ()::integer AS total,
            row_number() OVER (ORDER BY CASE WHEN c.risk IS NULL AND c.party_id IS NOT NULL THEN 0
              ELSE coalesce(array_position('{high,medium,standard}'::text[], c.risk), 4) END, r.opened_at DESC, r.id) AS at
          FROM record r JOIN asb_case c ON c.id = r.id
          WHERE r.kind = 'asb-case' AND (r.closed_at IS NULL) = $1 AND ($2::text IS NULL OR c.category = $2)
            AND ($3::text IS NULL OR c.risk = $3 OR ($3 = 'none' AND c.risk IS NULL AND c.party_id IS NOT NULL))
            AND ($4 = 'all' OR ($4 = 'me' AND r.owner_id = $5) OR ($4 = 'team' AND r.unit_id = ANY ($6::bigint[])))
          ORDER BY at LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE})
        SELECT r.id, r.reference, r.title, c.category, c.asb_type AS type, c.place, a.name AS "areaName", c.risk, c.hate,
          c.party_id IS NOT NULL AS "partyKnown",
          (SELECT count(*)::integer FROM asb_incident i JOIN occurrence n ON n.id = i.occurrence_id WHERE i.case_id = r.id)
            AS incidents,
          (SELECT count(*)::integer FROM asb_power w WHERE w.case_id = r.id AND w.ended_on IS NULL) AS powers,
          (SELECT min(d.due_at) FROM duty d WHERE d.record_id = r.id AND d.ended_at IS NULL AND d.superseded_at IS NULL)
            AS owed,
          o.name AS owner, r.closed_at IS NOT NULL AS closed, r.marking, s.total
        FROM shown s JOIN record r ON r.id = s.id JOIN asb_case c ON c.id = r.id LEFT JOIN area a ON a.id = r.area_id
          LEFT JOIN account o ON o.id = r.owner_id ORDER BY s.at`,
        values,
      ),
    )
    const [counts] = rowsAs<{ open: number; high: number; unassessed: number; overdue: number; reviews: number }>(
      await tx.client.query(
        `SELECT count(*)::integer AS open, count(*) FILTER (WHERE c.risk = 'high')::integer AS high,
          count(*) FILTER (WHERE c.risk IS NULL AND c.party_id IS NOT NULL)::integer AS unassessed,
          count(*) FILTER (WHERE EXISTS (SELECT FROM duty d WHERE d.record_id = r.id AND d.ended_at IS NULL
            AND d.superseded_at IS NULL AND d.due_at < $1))::integer AS overdue,
          count(*) FILTER (WHERE EXISTS (SELECT FROM asb_review v WHERE v.case_id = r.id AND v.told_at IS NULL))::integer
            AS reviews
        FROM record r JOIN asb_case c ON c.id = r.id WHERE r.kind = 'asb-case' AND r.closed_at IS NULL`,
        [tx.now],
      ),
    )
    return {
      cases: rows.map(({ total: _total, ...row }) => ({ ...row, owed: row.owed?.toISOString() ?? null })),
      total: rows[0]?.total ?? 0,
      page,
      counts: counts ?? { open: 0, high: 0, unassessed: 0, overdue: 0, reviews: 0 },
      filter,
    }
  },
})
