import { type AreaGeometry, polygonsOf } from '#calculations/geometry/shapes.ts'
import type { Projection } from './projection.ts'

/** Points are kept to the half pixel: less than anyone sees, and a third of the length of the page. */
export const GRID = 2

/**
 * The outline as SVG path data, in half pixels (draw it under `scale(0.5)`).
 *
 * Each point is snapped on its own, and points that then fall together or hardly off the line are dropped: so the common edge of
 * two neighbours stays common. A part too small to see is left as a speck, so that no area vanishes.
 */
export function pathData(geometry: AreaGeometry, project: Projection): string {
  return polygonsOf(geometry)
    .flatMap((rings) => rings.map((ring, i) => ringData(snap(ring, project), i === 0)))
    .join('')
}

type Point = readonly [number, number]

function snap(ring: readonly number[][], project: Projection): Point[] {
  const points: Point[] = []
  for (const [longitude = 0, latitude = 0] of ring) {
    const [x, y] = project([longitude, latitude])
    const point: Point = [Math.round(x * GRID), Math.round(y * GRID)]
    const last = points.at(-1)
    if (last?.[0] !== point[0] || last[1] !== point[1]) points.push(point)
  }
  let thinned = points
  for (let pass = 0; pass < PASSES; pass++) thinned = thin(thinned)
  return thinned
}

/** Twice the largest triangle, in square grid steps, that may be cut off: half a square pixel. */
const MAY_GO = 4
const PASSES = 5

/**
 * Leaves out points that stand hardly off the line between their neighbours (after Visvalingam), of any neighbours
 * only the least. It looks the same from both ends, so the common edge of two areas is thinned alike in both.
 */
function thin(points: readonly Point[]): Point[] {
  const off = points.map((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]]
    if (!before || !after) return Infinity
    return Math.abs((point[0] - before[0]) * (after[1] - before[1]) - (point[1] - before[1]) * (after[0] - before[0]))
  })
  const isLeast = (i: number, neighbour: number) => {
    const [own = Infinity, other = Infinity] = [off[i], off[neighbour]]
    return own === other ? comesFirst(points[i], points[neighbour]) : own < other
  }
  return points.filter((_, i) => {
    const own = off[i] ?? Infinity
    return own > MAY_GO || !isLeast(i, i - 1) || !isLeast(i, i + 1)
  })
}

/** An order of points that is the same from whichever end an edge is walked. */
function comesFirst(a: Point | undefined, b: Point | undefined): boolean {
  if (!a || !b) return true
  return a[0] === b[0] ? a[1] < b[1] : a[0] < b[0]
}

function ringData(points: readonly Point[], isOutline: boolean): string {
  const [first, ...rest] = points
  if (!first) return ''
  // The last point is the first again; `z` goes there.
  const middle = rest.slice(0, -1)
  if (middle.length < 2) return isOutline ? `M${first[0]} ${first[1]}h1v1h-1z` : ''
  let [x, y] = first
  let data = `M${x}${joined(y)}l`
  middle.forEach(([nextX, nextY], i) => {
    data += `${i === 0 ? nextX - x : joined(nextX - x)}${joined(nextY - y)}`
    x = nextX
    y = nextY
  })
  return `${data}z`
}

/** A number after another: a minus parts them by itself. */
function joined(value: number): string {
  return value < 0 ? `${value}` : ` ${value}`
}
