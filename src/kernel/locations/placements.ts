import type { AreaIndex } from '#calculations/geometry/area-index.ts'
import type { Tx } from '#platform/db/transaction.ts'

/** A stored point. */
export interface PlacedPoint {
  readonly id: number
  readonly longitude: number
  readonly latitude: number
}

/** Writes down every area in which each of the points lies. */
export async function storePlacements(tx: Tx, index: AreaIndex<number>, points: readonly PlacedPoint[]): Promise<void> {
  const locations: number[] = []
  const areas: number[] = []
  for (const { id, longitude, latitude } of points)
    for (const area of index.areasAt([longitude, latitude])) {
      locations.push(id)
      areas.push(area)
    }
  if (locations.length === 0) return
  await tx.client.query(
    `INSERT INTO location_area (location_id, area_id) SELECT * FROM unnest($1::bigint[], $2::bigint[])
     ON CONFLICT DO NOTHING`,
    [locations, areas],
  )
}
