import type { LngLat } from '#calculations/geometry/shapes.ts'
import { type Hexagon, hexagonAt } from '#calculations/hexagons/hexagons.ts'

/** How many of the points lie in each cell. Cells in which nothing lies are left out. */
export function countPerHexagon(points: Iterable<LngLat>, resolution: number): Map<Hexagon, number> {
  const counts = new Map<Hexagon, number>()
  for (const point of points) {
    const cell = hexagonAt(point, resolution)
    counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  return counts
}
