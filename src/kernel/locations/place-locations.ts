import { changeOutlines } from '#kernel/areas/placing-lock.ts'
import { remakeAllMonthlyCounts } from '#kernel/occurrences/monthly-counts.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { createAreaPlacer } from './area-placer.ts'
import { storePlacements, type PlacedPoint } from './placements.ts'

const BATCH = 5_000

/**
 * Places every point again, after outlines changed, and makes every monthly count again: the areas that a row counts in
 * are those of its point. One at a time; imports wait meanwhile. Gives the number of points.
 */
export async function placeLocations(tx: Tx): Promise<number> {
  await changeOutlines(tx)
  await tx.client.query('SET LOCAL statement_timeout = 0')
  const index = await createAreaPlacer().index(tx)
  await tx.client.query('DELETE FROM location_area')
  let placed = 0
  for (let after = 0; ;) {
    const { rows } = await tx.client.query<PlacedPoint>(
      'SELECT id, longitude, latitude FROM location WHERE id > $1 ORDER BY id LIMIT $2',
      [after, BATCH],
    )
    await storePlacements(tx, index, rows)
    placed += rows.length
    const last = rows.at(-1)
    if (last === undefined || rows.length < BATCH) break
    after = last.id
  }
  await remakeAllMonthlyCounts(tx)
  return placed
}
