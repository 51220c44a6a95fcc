import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/** How many people an area had, and of which year that is. */
export interface Population {
  readonly area: number
  readonly people: number
  /** The mid-year of the estimate: name it beside every rate. */
  readonly midYear: number
  /** An estimate for the area itself, or the sum of the small areas (LSOA 2011) within it. */
  readonly from: 'estimate' | 'sum-of-lsoa11'
  readonly source: string
}

/**
 * The population of each area for a year, by area id; areas without one are left out. The estimate of the year, else the
 * nearest before it, else the first after it. Where there is none for the area itself, the sum over the small areas within
 * it, provided that each of them has one for the same year. One query.
 */
export async function populationFor(
  tx: Tx,
  areas: readonly number[],
  year: number,
  ageBand = 'all',
): Promise<ReadonlyMap<number, Population>> {
  const rows = rowsAs<Population>(await tx.client.query(SQL, [areas, year, ageBand]))
  return new Map(rows.map((row) => [row.area, row]))
}

const NEAREST = '(mid_year > $2), abs(mid_year - $2)'

const SQL = `
  WITH asked AS (SELECT id, kind, code FROM area WHERE id = ANY ($1::bigint[])),
  own AS (
    SELECT DISTINCT ON (a.id) a.id AS area, p.people, p.mid_year, p.source
    FROM asked a JOIN population p ON p.area_kind = a.kind AND p.area_code = a.code AND p.age_band = $3
    ORDER BY a.id, ${NEAREST}
  ),
  small AS (
    SELECT a.id AS area, s.code, count(*) OVER (PARTITION BY a.id) AS pieces
    FROM asked a JOIN area_nesting n ON n.outer_area = a.id JOIN area s ON s.id = n.inner_area
    WHERE s.kind = 'lsoa11' AND s.valid_to IS NULL AND a.id NOT IN (SELECT area FROM own)
  ),
  summed AS (
    SELECT s.area, p.mid_year, sum(p.people)::integer AS people, min(p.source) AS source
    FROM small s JOIN population p ON p.area_kind = 'lsoa11' AND p.area_code = s.code AND p.age_band = $3
    GROUP BY s.area, p.mid_year HAVING count(*) = min(s.pieces)
  ),
  nearest AS (SELECT DISTINCT ON (area) * FROM summed ORDER BY area, ${NEAREST})
  SELECT area, people, mid_year AS "midYear", 'estimate' AS "from", source FROM own
  UNION ALL
  SELECT area, people, mid_year AS "midYear", 'sum-of-lsoa11' AS "from", source FROM nearest`

/** The population of a place by its code, whether or not its outline is here: of another force, for comparison. */
export async function populationOfCode(
  tx: Tx,
  place: { readonly kind: string; readonly code: string },
  year: number,
): Promise<{ readonly name: string; readonly people: number; readonly midYear: number } | undefined> {
  return rowsAs<{ name: string; people: number; midYear: number }>(
    await tx.client.query(
      `SELECT area_name AS name, people, mid_year AS "midYear" FROM population
       WHERE area_kind = $1 AND area_code = $3 AND age_band = 'all' ORDER BY ${NEAREST} LIMIT 1`,
      [place.kind, year, place.code],
    ),
  )[0]
}
