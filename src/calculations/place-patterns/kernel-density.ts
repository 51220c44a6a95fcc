import type { FlatPoints } from './flat-points.ts'

/** Square cells from the south-west corner, row by row to the north. All lengths in metres. */
export type DensityGrid = {
  readonly west: number
  readonly south: number
  readonly cell: number
  readonly columns: number
  readonly rows: number
}

/** Above this a picture has more cells than a screen has points, and the grid was asked for wrongly. */
const MOST_CELLS = 4_000_000

/**
 * How many events a square kilometre each cell's middle has around it, by the quartic kernel of the given bandwidth
 * in metres. For a picture only: it is not tested against chance, and every map of points has a hottest place.
 *
 * Throws RangeError on a bandwidth or cell not above nought, and on a grid that is too large. Source: the kernel of
 * S. Chainey and J. Ratcliffe, GIS and crime mapping (Wiley, 2005).
 */
export function kernelDensity({ x, y }: FlatPoints, bandwidth: number, grid: DensityGrid): Float64Array {
  const { west, south, cell, columns, rows } = grid
  if (!(bandwidth > 0) || !(cell > 0)) throw new RangeError('A bandwidth and a cell are lengths above nought')
  if (!(columns > 0 && rows > 0 && columns * rows <= MOST_CELLS)) {
    throw new RangeError(`A grid has from 1 to ${MOST_CELLS} cells, not ${columns} by ${rows}`)
  }
  const density = new Float64Array(columns * rows)
  const reach = bandwidth * bandwidth
  // The kernel's volume is 1 event; a square metre is a millionth of a square kilometre.
  const peak = (3 / (Math.PI * reach)) * 1e6
  for (let i = 0; i < x.length; i++) {
    // In cells from the middle of the first.
    const column = ((x[i] ?? 0) - west) / cell - 0.5
    const row = ((y[i] ?? 0) - south) / cell - 0.5
    const span = bandwidth / cell
    const lastRow = Math.min(rows - 1, Math.floor(row + span))
    const lastColumn = Math.min(columns - 1, Math.floor(column + span))
    const firstColumn = Math.max(0, Math.ceil(column - span))
    for (let r = Math.max(0, Math.ceil(row - span)); r <= lastRow; r++) {
      const up = (r - row) * cell
      for (let c = firstColumn; c <= lastColumn; c++) {
        const aside = (c - column) * cell
        const left = 1 - (up * up + aside * aside) / reach
        if (left > 0) density[r * columns + c] = (density[r * columns + c] ?? 0) + peak * left * left
      }
    }
  }
  return density
}

/** A grid over the points and as far around them as the bandwidth reaches. Throws RangeError without points. */
export function gridAround({ x, y }: FlatPoints, bandwidth: number, cell: number): DensityGrid {
  if (x.length === 0) throw new RangeError('There are no points to lay a grid around')
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < x.length; i++) {
    west = Math.min(west, x[i] ?? 0)
    east = Math.max(east, x[i] ?? 0)
    south = Math.min(south, y[i] ?? 0)
    north = Math.max(north, y[i] ?? 0)
  }
  const cellsOver = (from: number, to: number) => Math.max(1, Math.ceil((to - from + 2 * bandwidth) / cell))
  const corner = { west: west - bandwidth, south: south - bandwidth }
  return { ...corner, cell, columns: cellsOver(west, east), rows: cellsOver(south, north) }
}
