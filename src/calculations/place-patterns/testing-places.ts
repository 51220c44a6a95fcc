import { type Hexagon, hexagonAndNeighbours, hexagonAt } from '#calculations/hexagons/hexagons.ts'
import type { Random } from '#calculations/random/random.ts'
import type { FlatPoints } from './flat-points.ts'

/** Cells of resolution 8 around a place, so many rings of them: 11 rings are 397 cells. */
export function madeUpRegion(rings: number): Hexagon[] {
  const region = new Set([hexagonAt([-1.25, 51.75], 8)])
  let edge = [...region]
  for (let ring = 0; ring < rings; ring++) {
    edge = [...new Set(edge.flatMap(hexagonAndNeighbours))].filter((cell) => !region.has(cell))
    for (const cell of edge) region.add(cell)
  }
  return [...region]
}

/** Points anywhere in a square of so many metres, each on any day of a year. */
export function madeUpEvents(random: Random, n: number, width: number): { points: FlatPoints; day: Int32Array } {
  const along = () => Float64Array.from({ length: n }, () => random.next() * width)
  return {
    points: { x: along(), y: along() },
    day: Int32Array.from({ length: n }, () => Math.floor(random.next() * 365)),
  }
}
