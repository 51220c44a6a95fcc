import { z } from 'zod'
import { startOfLondonDay } from '#calculations/calendar/london-time.ts'
import { today } from '#kernel/organisation/today.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { coverageOf, coverageSince, type HeardCount } from '../rules/cov01-coverage.ts'
import { residentsByAge, type AgeBand } from '../rules/cov03-ages.ts'
import { GROUP_NAMES } from '../rules/lists.ts'
import type { AreaHead } from './area.ts'

/** Who was heard in an area and who was not. Days are civil dates. */
export const coverage = z.object({
  since: z.string(),
  engagements: z.int(),
  /** Of which year the ages are; null where none are loaded. */
  agesOf: z.int().nullable(),
  groups: z.array(
    z.object({
      group: z.enum(GROUP_NAMES),
      standing: z.enum(['heard', 'not-heard', 'few-residents']),
      times: z.int(),
      last: z.string().nullable(),
      residents: z.int().nullable(),
    }),
  ),
})
export type Coverage = z.output<typeof coverage>

/** One statement: what was heard since, and the ages of the area where they are loaded. */
export async function coverageIn(tx: Tx, area: AreaHead): Promise<Coverage> {
  const since = coverageSince(today(tx))
  const [row] = rowsAs<{
    engagements: number
    heard: readonly HeardCount[]
    midYear: number | null
    bands: readonly AgeBand[]
  }>(await tx.client.query(SQL, [area.id, startOfLondonDay(since), area.kind, area.code]))
  const bands = row?.bands ?? []
  return {
    since,
    engagements: row?.engagements ?? 0,
    agesOf: bands.length === 0 ? null : (row?.midYear ?? null),
    groups: [...coverageOf(row?.heard ?? [], residentsByAge(bands))],
  }
}

/** The latest year with ages: of the area itself, else the sum over the small areas (2011) within it, where each has them. */
const SQL = `
  WITH seen AS MATERIALIZED (
    SELECT heard, happened_at FROM engagement WHERE area_id = $1 AND happened_at >= $2
  ),
  own AS (
    SELECT age_band AS band, people, mid_year FROM population WHERE area_kind = $3 AND area_code = $4 AND age_band <> 'all'
  ),
  pieces AS (
    SELECT s.code FROM area_nesting n JOIN area s ON s.id = n.inner_area AND s.kind = 'lsoa11' AND s.valid_to IS NULL
    WHERE n.outer_area = $1 AND NOT EXISTS (SELECT FROM own)
  ),
  small AS (
    SELECT p.age_band AS band, sum(p.people)::integer AS people, p.mid_year
    FROM pieces s JOIN population p ON p.area_kind = 'lsoa11' AND p.area_code = s.code AND p.age_band <> 'all'
    GROUP BY p.age_band, p.mid_year HAVING count(*) = (SELECT count(*) FROM pieces)
  ),
  ages AS (SELECT * FROM own UNION ALL SELECT * FROM small),
  latest AS (SELECT max(mid_year) AS mid_year FROM ages)
  SELECT (SELECT count(*)::integer FROM seen) AS engagements,
    (SELECT coalesce(json_agg(json_build_object('group', h.code, 'times', h.times, 'last', h.last)), '[]') FROM (
      SELECT code, count(*) AS times, to_char(max(happened_at) AT TIME ZONE 'Europe/London', 'YYYY-MM-DD') AS last
      FROM seen, unnest(heard) AS code GROUP BY code) h) AS heard,
    (SELECT mid_year FROM latest) AS "midYear",
    (SELECT coalesce(json_agg(json_build_object('band', band, 'people', people)), '[]')
      FROM ages WHERE mid_year = (SELECT mid_year FROM latest)) AS bands`
