import { z } from 'zod'
import { getCivilDate, monthOf, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { populationFor } from '#kernel/areas/populations.ts'
import { ASB } from '#kernel/occurrences/crime-types.ts'
import { today } from '#kernel/organisation/today.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { AreaHead } from './area.ts'

/** What is loaded of who lives there and of what happens there; null for what is not loaded. */
export const figures = z.object({
  people: z.object({ people: z.int(), midYear: z.int(), source: z.string() }).nullable(),
  bands: z.array(z.object({ band: z.string(), people: z.int() })),
  bandsOf: z.int().nullable(),
  indicators: z.array(z.object({ indicator: z.string(), edition: z.int(), value: z.number(), source: z.string() })),
  levels: z.object({ from: z.string(), to: z.string(), crime: z.int(), asb: z.int() }).nullable(),
})
export type Figures = z.output<typeof figures>

export async function figuresOf(tx: Tx, area: AreaHead): Promise<Figures> {
  const now = today(tx)
  const [row] = rowsAs<Omit<Figures, 'people' | 'levels'> & { asOf: string | null }>(
    await tx.client.query(SQL, [area.kind, area.code]),
  )
  const people = (await populationFor(tx, [area.id], Number(now.slice(0, 4)))).get(area.id)
  return {
    people: people === undefined ? null : { people: people.people, midYear: people.midYear, source: people.source },
    bands: row?.bands ?? [],
    bandsOf: row?.bandsOf ?? null,
    indicators: row?.indicators ?? [],
    levels: await levelsOf(tx, area.id, endOf(row?.asOf ?? null, now)),
  }
}

const SQL = `
  WITH ages AS (
    SELECT age_band AS band, people, mid_year FROM population WHERE area_kind = $1 AND area_code = $2 AND age_band <> 'all'
      AND mid_year = (SELECT max(mid_year) FROM population WHERE area_kind = $1 AND area_code = $2 AND age_band <> 'all')
  )
  SELECT (SELECT as_of::text FROM installation) AS "asOf",
    (SELECT coalesce(json_agg(json_build_object('band', band, 'people', people)
      ORDER BY substring(band from '^[0-9]+')::integer NULLS LAST), '[]') FROM ages) AS bands,
    (SELECT max(mid_year) FROM ages) AS "bandsOf",
    (SELECT coalesce(json_agg(json_build_object('indicator', indicator, 'edition', edition, 'value', value, 'source', source)
      ORDER BY indicator, edition), '[]') FROM area_indicator
      WHERE area_kind = $1 AND area_code = $2 AND indicator LIKE '%decile') AS indicators`

/** The last day of which there can be data: of a demonstration that is a day of its own. */
function endOf(asOf: string | null, now: CivilDate): CivilDate {
  const last = asOf === null ? now : getCivilDate(asOf)
  return last < now ? last : now
}

/** Crime and anti-social behaviour of the last twelve complete months that are loaded, from the monthly counts. */
async function levelsOf(tx: Tx, area: number, end: CivilDate): Promise<Figures['levels']> {
  const [row] = rowsAs<{ from: string; to: string; crime: number; asb: number }>(
    await tx.client.query(
      `WITH last AS (
        SELECT max(month) AS month FROM monthly_count WHERE area_id = $1 AND month < ($2 || '-01')::date
      )
      SELECT to_char(last.month - interval '11 months', 'YYYY-MM') AS from, to_char(last.month, 'YYYY-MM') AS to,
        coalesce(sum(m.incidents) FILTER (WHERE m.category <> $3), 0)::integer AS crime,
        coalesce(sum(m.incidents) FILTER (WHERE m.category = $3), 0)::integer AS asb
      FROM last JOIN monthly_count m ON m.area_id = $1 AND m.month BETWEEN last.month - interval '11 months' AND last.month
      GROUP BY last.month`,
      [area, monthOf(end), ASB],
    ),
  )
  return row ?? null
}
