import { createAreaIndex } from '#calculations/geometry/area-index.ts'
import { representativePoint } from '#calculations/geometry/representative-point.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { mayNest } from './kinds.ts'
import { outlines, type Outlined } from './outlines.ts'

/**
 * Works out again which areas lie in which, at any depth, and stores every pair. An area lies in another of a larger kind
 * when a point that is sure to be inside the first is inside the second. Pairs of areas without an outline, which somebody
 * said, are left alone.
 */
export async function nestAreas(tx: Tx): Promise<void> {
  const pairs = nestingOf(await outlines(tx))
  const inner = pairs.map((pair) => pair.inner)
  const outer = pairs.map((pair) => pair.outer)
  await tx.client.query(
    `DELETE FROM area_nesting n USING area i, area o
     WHERE i.id = n.inner_area AND o.id = n.outer_area AND i.boundary IS NOT NULL AND o.boundary IS NOT NULL
       AND NOT EXISTS (SELECT FROM unnest($1::bigint[], $2::bigint[]) AS p (inner_area, outer_area)
         WHERE p.inner_area = n.inner_area AND p.outer_area = n.outer_area)`,
    [inner, outer],
  )
  await tx.client.query(
    `INSERT INTO area_nesting (inner_area, outer_area) SELECT * FROM unnest($1::bigint[], $2::bigint[])
     ON CONFLICT DO NOTHING`,
    [inner, outer],
  )
}

/** Every pair of which the inner lies, by its inside point, within the outer. */
export function nestingOf(areas: readonly Outlined[]): { readonly inner: number; readonly outer: number }[] {
  const byId = new Map(areas.map((area) => [area.id, area]))
  const index = createAreaIndex(areas)
  return areas.flatMap((area) => {
    const point = representativePoint(area.geometry)
    if (point === undefined) return []
    return index.areasAt(point).flatMap((outer) => {
      const kind = byId.get(outer)?.kind
      return kind !== undefined && mayNest(area.kind, kind) ? [{ inner: area.id, outer }] : []
    })
  })
}
