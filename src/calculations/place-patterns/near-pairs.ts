import type { FlatPoints } from './flat-points.ts'

/**
 * For every point, the points after it in `order` that lie within reach, band by band of distance: those of point
 * `i` (by its place in `order`) are `others` from `starts[i]` to `starts[i + 1]`, each with its band in `bands`.
 */
export type NearPairs = {
  /** The points in an order in which near ones stand near one another: which point of those given is at each place. */
  readonly order: Uint32Array
  readonly starts: Uint32Array
  readonly others: Uint32Array
  readonly bands: Uint8Array
}

/**
 * All pairs of points no further apart than the last of the limits (metres, rising, each included in its band),
 * found by a grid of squares as wide as that. Undefined where there are more than `most`.
 */
export function nearPairs({ x, y }: FlatPoints, limits: readonly number[], most: number): NearPairs | undefined {
  const { order, startOf, columns, squareOf } = squares({ x, y }, limits.at(-1) ?? 0)
  const n = order.length
  const squared = Float64Array.from(limits, (limit) => limit * limit)
  const furthest = squared.at(-1) ?? 0
  const starts = new Uint32Array(n + 1)
  const visit = (found: (place: number, other: number, distance: number) => void) => {
    for (let place = 0; place < n; place++) {
      const [px, py, square] = [x[order[place] ?? 0] ?? 0, y[order[place] ?? 0] ?? 0, squareOf[place] ?? 0]
      // Squares after this one: what is left of it and of the next in its row, and three in the row above.
      for (const [from, to] of [
        [place + 1, startOf[square + 2] ?? n],
        [startOf[square + columns - 1] ?? n, startOf[square + columns + 2] ?? n],
      ] as const) {
        for (let other = from; other < to; other++) {
          const dx = (x[order[other] ?? 0] ?? 0) - px
          const dy = (y[order[other] ?? 0] ?? 0) - py
          const distance = dx * dx + dy * dy
          if (distance <= furthest) found(place, other, distance)
        }
      }
    }
  }
  let pairs = 0
  visit((place) => {
    pairs++
    starts[place + 1] = (starts[place + 1] ?? 0) + 1
  })
  if (pairs > most) return undefined
  for (let place = 0; place < n; place++) starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0)
  const others = new Uint32Array(pairs)
  const bands = new Uint8Array(pairs)
  let at = 0
  visit((_, other, distance) => {
    let band = 0
    while (distance > (squared[band] ?? Infinity)) band++
    others[at] = other
    bands[at++] = band
  })
  return { order, starts, others, bands }
}

/** As fine as squares may be, so that few points far apart do not make millions of them. */
const MOST_ACROSS = 1000

/** The points sorted into squares, rows from the south; a column of empty squares at each end keeps rows apart. */
function squares({ x, y }: FlatPoints, reach: number) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < x.length; i++) {
    west = Math.min(west, x[i] ?? 0)
    east = Math.max(east, x[i] ?? 0)
    south = Math.min(south, y[i] ?? 0)
    north = Math.max(north, y[i] ?? 0)
  }
  const width = Math.max(reach, (east - west) / MOST_ACROSS, (north - south) / MOST_ACROSS, 1)
  const columns = x.length === 0 ? 2 : Math.floor((east - west) / width) + 3
  const rows = x.length === 0 ? 1 : Math.floor((north - south) / width) + 2
  const squareAt = (i: number) =>
    Math.floor(((y[i] ?? 0) - south) / width) * columns + Math.floor(((x[i] ?? 0) - west) / width) + 1
  const startOf = new Uint32Array(columns * rows + 3)
  const squareOfPoint = Uint32Array.from(x, (_, i) => squareAt(i))
  for (const square of squareOfPoint) startOf[square + 1] = (startOf[square + 1] ?? 0) + 1
  for (let s = 1; s < startOf.length; s++) startOf[s] = (startOf[s] ?? 0) + (startOf[s - 1] ?? 0)
  const next = startOf.slice()
  const order = new Uint32Array(x.length)
  squareOfPoint.forEach((square, i) => {
    const place = next[square] ?? 0
    order[place] = i
    next[square] = place + 1
  })
  return { order, startOf, columns, squareOf: order.map((i) => squareOfPoint[i] ?? 0) }
}
