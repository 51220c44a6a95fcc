import type pg from 'pg'

/**
 * Counts what was stored, as an import does, but for all months in one statement: for every area in which a point lies, and
 * with no area for the whole of what a force published.
 */
export async function countMonths(client: pg.ClientBase): Promise<number> {
  const { rowCount } = await client.query(
    `INSERT INTO monthly_count (publisher, area_id, month, category, source, incidents)
     WITH at_point AS MATERIALIZED (
       SELECT publisher, month, location_id, category, source, count(*)::integer AS incidents FROM occurrence
       GROUP BY publisher, month, location_id, category, source
     )
     SELECT publisher, NULL, month, category, source, sum(incidents) FROM at_point GROUP BY publisher, month, category, source
     UNION ALL
     SELECT publisher, l.area_id, month, category, source, sum(incidents)
     FROM at_point p JOIN location_area l ON l.location_id = p.location_id
     GROUP BY publisher, l.area_id, month, category, source`,
  )
  return rowCount ?? 0
}
