import type { LngLat } from '#calculations/geometry/shapes.ts'
import { hexagonAt } from '#calculations/hexagons/hexagons.ts'
import { holdOutlines } from '#kernel/areas/placing-lock.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { AreaPlacer } from './area-placer.ts'
import { storePlacements, type PlacedPoint } from './placements.ts'

const BATCH = 5_000

/**
 * Stores the points that are not there yet, each once, with its H3 cells, and places them in areas. Gives the number of
 * new ones. Points go in sorted, so that two transactions with the same new points wait for one another and never in a
 * circle.
 */
export async function storeLocations(tx: Tx, placer: AreaPlacer, points: readonly LngLat[]): Promise<number> {
  if (points.length === 0) return 0
  await holdOutlines(tx)
  const index = await placer.index(tx)
  const sorted = points.toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by)
  let stored = 0
  for (let i = 0; i < sorted.length; i += BATCH) {
    const added = await insertPoints(tx, sorted.slice(i, i + BATCH))
    await storePlacements(tx, index, added)
    stored += added.length
  }
  return stored
}

async function insertPoints(tx: Tx, points: readonly LngLat[]): Promise<PlacedPoint[]> {
  const { rows } = await tx.client.query<PlacedPoint>(
    `INSERT INTO location (longitude, latitude, cell8, cell9)
     SELECT * FROM unnest($1::float8[], $2::float8[], $3::text[], $4::text[]) AS p (longitude, latitude, cell8, cell9)
     ORDER BY longitude, latitude
     ON CONFLICT (longitude, latitude) DO NOTHING RETURNING id, longitude, latitude`,
    [
      points.map(([longitude]) => longitude),
      points.map(([, latitude]) => latitude),
      points.map((point) => hexagonAt(point, 8)),
      points.map((point) => hexagonAt(point, 9)),
    ],
  )
  return rows
}
