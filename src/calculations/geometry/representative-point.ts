import pointInPolygon from 'point-in-polygon-hao'
import { centroid } from './measures.ts'
import { type AreaGeometry, boxOf, type LngLat, polygonsOf } from './shapes.ts'

/** Whether the point lies inside the geometry, and not on its boundary. */
export function isInside(geometry: AreaGeometry, [x, y]: LngLat): boolean {
  return polygonsOf(geometry).some(
    (rings) =>
      pointInPolygon(
        [x, y],
        rings.map((ring) => [...ring]),
      ) === true,
  )
}

/**
 * A point that is sure to lie inside: the centroid where it does, else the middle of the widest stretch of land on
 * the parallels through the area. Undefined for a geometry without area.
 */
export function representativePoint(geometry: AreaGeometry): LngLat | undefined {
  const centre = centroid(geometry)
  if (centre && isInside(geometry, centre)) return centre
  return insidePoints(geometry, 15)
    .sort((a, b) => b.width - a.width)
    .find(({ point }) => isInside(geometry, point))?.point
}

/**
 * Points spread evenly over the inside: `rows` parallels, and on each the land cut into pieces about as long as the
 * rows are apart. Each comes with the width of the stretch of land in which it lies, in degrees.
 */
export function insidePoints(geometry: AreaGeometry, rows: number): { point: LngLat; width: number }[] {
  const [, south, , north] = boxOf(geometry)
  const step = (north - south) / rows
  return Array.from({ length: rows }, (_, row) => south + (row + 0.5) * step).flatMap((y) =>
    stretchesAt(geometry, y).flatMap(([from, to]) => {
      const width = to - from
      const pieces = Math.max(1, Math.round(width / step))
      return Array.from({ length: pieces }, (_, i) => ({
        point: [from + ((i + 0.5) * width) / pieces, y] as const,
        width,
      }))
    }),
  )
}

/** From where to where a parallel runs over the inside, by even and odd crossings. */
function stretchesAt(geometry: AreaGeometry, y: number): [number, number][] {
  const crossings: number[] = []
  for (const ring of polygonsOf(geometry).flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [x1 = 0, y1 = 0] = ring[i - 1] ?? []
      const [x2 = 0, y2 = 0] = ring[i] ?? []
      if (y1 > y !== y2 > y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1))
    }
  }
  crossings.sort((a, b) => a - b)
  const stretches: [number, number][] = []
  for (let i = 1; i < crossings.length; i += 2) {
    const [from = 0, to = 0] = crossings.slice(i - 1, i + 1)
    if (to > from) stretches.push([from, to])
  }
  return stretches
}
