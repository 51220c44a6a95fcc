import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { Period } from '../rules/months.ts'
import type { Counting } from './counts.ts'

/** A cell of the H3 grid with what was counted in it. */
export interface CellCount {
  readonly cell: string
  readonly count: number
  /** The street (and ward) with the most in it, of the cells with the most; null for the others. */
  readonly street: string | null
}

/** Many streets have one name ("On or near Supermarket"): the ward tells them apart, where cells lie in many wards. */
const WARD_OF_MAIN = `(SELECT a.name FROM location_area x JOIN area a ON a.id = x.area_id
  WHERE x.location_id = main AND a.kind = 'ward' AND a.valid_to IS NULL LIMIT 1)`

/** So many cells have a pin and a name. */
export const NAMED_CELLS = 10

/**
 * Counts by cell (resolution 8 or 9) over the period, most first, within an area where one is given. One statement. Rows in a
 * compartment are in no published count, nor in these.
 */
export async function cellCounts(
  tx: Tx,
  counting: Counting,
  period: Period,
  where: { readonly area: number | null; readonly resolution: 8 | 9 },
): Promise<readonly CellCount[]> {
  const column = where.resolution === 8 ? 'cell8' : 'cell9'
  const within =
    where.area === null ? '' : 'AND location_id IN (SELECT location_id FROM location_area WHERE area_id = $6)'
  return rowsAs<CellCount>(
    await tx.client.query(
      `WITH at_point AS MATERIALIZED (
         SELECT location_id, count(*)::integer AS count FROM occurrence
         WHERE publisher = $1 AND source = $2 AND category = ANY ($3) AND location_id IS NOT NULL AND compartment_id IS NULL
           AND month BETWEEN ($4 || '-01')::date AND ($5 || '-01')::date ${within}
         GROUP BY location_id
       ), counted AS (
         SELECT l.${column} AS cell, sum(p.count)::integer AS count,
           (array_agg(p.location_id ORDER BY p.count DESC, p.location_id))[1] AS main
         FROM at_point p JOIN location l ON l.id = p.location_id GROUP BY l.${column}
       ), ranked AS (
         SELECT cell, count, main, row_number() OVER (ORDER BY count DESC, cell) AS rank FROM counted
       )
       SELECT cell, count, CASE WHEN rank <= ${NAMED_CELLS} THEN concat_ws(', ', (
           SELECT o.location_text FROM occurrence o WHERE o.location_id = main AND o.compartment_id IS NULL LIMIT 1
         ), ${where.resolution === 8 ? WARD_OF_MAIN : 'NULL'}) END AS street
       FROM ranked ORDER BY rank`,
      [
        counting.publisher,
        counting.source,
        counting.categories,
        period.from,
        period.to,
        ...(where.area === null ? [] : [where.area]),
      ],
    ),
  )
}
