import { hexagonAndNeighbours, type Hexagon } from '#calculations/hexagons/hexagons.ts'
import type { HotSpotCell } from '#calculations/place-patterns/hot-spots.ts'

export interface Peak {
  readonly cell: Hexagon
  /** The cells that were tested together: itself and those beside it. */
  readonly cells: readonly Hexagon[]
  readonly z: number
  readonly q: number
}

/**
 * The clearest hot cells, each with its neighbours, so that no two share a cell: what is tested together is one place to work
 * on, and its edge is not a second.
 */
export function peaksOf(cells: readonly HotSpotCell[]): readonly Peak[] {
  const taken = new Set<Hexagon>()
  const peaks: Peak[] = []
  const hot = cells.filter(({ standing }) => standing === 'hot').sort((a, b) => b.z - a.z || (a.cell < b.cell ? -1 : 1))
  for (const { cell, z, q } of hot) {
    const around = hexagonAndNeighbours(cell)
    if (around.some((one) => taken.has(one))) continue
    for (const one of around) taken.add(one)
    peaks.push({ cell, cells: around, z, q })
  }
  return peaks
}
