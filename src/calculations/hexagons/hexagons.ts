import type { Polygon } from 'geojson'
import {
  cellToBoundary,
  cellToLatLng,
  getResolution,
  gridDisk,
  isValidCell,
  latLngToCell,
  POLYGON_TO_CELLS_FLAGS,
  polygonToCellsExperimental,
} from 'h3-js'
import { type AreaGeometry, type LngLat, polygonsOf } from '#calculations/geometry/shapes.ts'
import { fiveSteps, type Step, type StepRange } from '#calculations/ranks/five-steps.ts'

declare const hexagon: unique symbol

/** The name of a cell of the H3 grid, such as `88195dab25fffff`. Resolution 8 is about 0.7 km² in England. */
export type Hexagon = string & { readonly [hexagon]: true }

/** Whether the text names a cell of the grid. */
export function isHexagon(text: string): text is Hexagon {
  return isValidCell(text)
}

/** The cell in which the point lies, at a resolution from 0 (4 million km²) to 15 (about 1 m²). */
export function hexagonAt([longitude, latitude]: LngLat, resolution: number): Hexagon {
  return getHexagon(latLngToCell(latitude, longitude, resolution))
}

/** The cell. Throws RangeError, naming the text, when it is none. */
export function getHexagon(text: string): Hexagon {
  if (!isHexagon(text)) throw new RangeError(`“${text}” is not a cell of the H3 grid`)
  return text
}

/** The resolution of the cell, 0 to 15. */
export function resolutionOf(cell: Hexagon): number {
  return getResolution(cell)
}

/** The middle of the cell. */
export function hexagonCentre(cell: Hexagon): LngLat {
  const [latitude, longitude] = cellToLatLng(cell)
  return [longitude, latitude]
}

/** The outline of the cell as a closed GeoJSON polygon. */
export function hexagonOutline(cell: Hexagon): Polygon {
  return { type: 'Polygon', coordinates: [cellToBoundary(cell, true)] }
}

export type CountedHexagon = { readonly cell: Hexagon; readonly count: number; readonly step: Step }

/** How many of the points lie in each cell. Cells in which nothing lies are left out. */
export function countPerHexagon(points: Iterable<LngLat>, resolution: number): Map<Hexagon, number> {
  const counts = new Map<string, number>()
  for (const [longitude, latitude] of points) {
    const cell = latLngToCell(latitude, longitude, resolution)
    counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  return new Map([...counts].map(([cell, count]) => [getHexagon(cell), count]))
}

/**
 * How many points lie in each cell, most first (then by name), each cell in one of five steps by rank. Cells in which
 * nothing lies are left out.
 */
export function countByHexagon(
  points: Iterable<LngLat>,
  resolution: number,
): { cells: CountedHexagon[]; ranges: readonly StepRange[] } {
  return rankHexagons(countPerHexagon(points, resolution))
}

/** Puts counted cells into five steps by rank, most first (then by name). Cells counted 0 are left out. */
export function rankHexagons(counts: ReadonlyMap<Hexagon, number>): {
  cells: CountedHexagon[]
  ranges: readonly StepRange[]
} {
  const sorted = [...counts]
    .filter(([, count]) => count > 0)
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
  const { steps, ranges } = fiveSteps(sorted.map(([, count]) => count))
  return { cells: sorted.map(([cell, count], i) => ({ cell, count, step: steps[i] ?? 1 })), ranges }
}

/** The cells that touch the area, those on its edge too, so that no point of the area is without its cell. */
export function hexagonsIn(geometry: AreaGeometry, resolution: number): Hexagon[] {
  const touching = POLYGON_TO_CELLS_FLAGS.containmentOverlapping
  const cells = polygonsOf(geometry).flatMap((rings) =>
    polygonToCellsExperimental(
      rings.map((ring) => [...ring]),
      resolution,
      touching,
      true,
    ),
  )
  return [...new Set(cells)].map(getHexagon)
}

/** The cell itself and those that share an edge with it: seven (six of them twelve times on Earth). */
export function hexagonAndNeighbours(cell: Hexagon): Hexagon[] {
  return gridDisk(cell, 1).map(getHexagon)
}

/** For each of the cells, itself and those of the others that share an edge with it, by their places in the list. */
export function hexagonNeighbourhoods(cells: readonly Hexagon[]): number[][] {
  const places = new Map<string, number>(cells.map((cell, i) => [cell, i]))
  return cells.map((cell) =>
    gridDisk(cell, 1)
      .map((near) => places.get(near))
      .filter((place) => place !== undefined),
  )
}
