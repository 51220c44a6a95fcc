import Delaunator from 'delaunator'
import type { LngLat } from '#calculations/geometry/shapes.ts'
import { windingLine, type PlanePoint } from './winding-line.ts'

/** A stretch of border between the cells of two seeds, running from one corner to another. */
export interface CellBorder {
  /** Index of the seed whose cell lies on the left when going along the line, and of the one on the right. */
  readonly left: number
  readonly right: number
  /** Numbers of the corners at which it begins and ends: equal numbers are the same corner. */
  readonly from: number
  readonly to: number
  /** From corner to corner. The first and last point of borders that meet are equal. */
  readonly line: readonly LngLat[]
}

/** Degrees of longitude are shorter than degrees of latitude: by this, at the middle of the force. */
const LONGITUDE_SCALE = Math.cos((51.75 * Math.PI) / 180)
const DECIMALS = 1e5 // about a metre

/**
 * The borders between the cells of the seeds: each point of the map belongs to the seed nearest to it (Voronoi), but
 * for borders that wind a little, as real ones do. Cells at the outer rim are open and have no outer border.
 */
export function cellBorders(seeds: readonly LngLat[]): CellBorder[] {
  const points = seeds.map(toPlane)
  const { triangles, halfedges } = Delaunator.from(points, pointX, pointY)
  const at = (index: number): PlanePoint => points[triangles[index] ?? -1] ?? missing(index)
  const corner = (triangle: number): PlanePoint =>
    circumcentre(at(3 * triangle), at(3 * triangle + 1), at(3 * triangle + 2))

  const borders: CellBorder[] = []
  halfedges.forEach((opposite, edge) => {
    if (opposite < edge) return // the rim, or seen from the other side already
    const [here, there] = [triangles[edge] ?? 0, triangles[opposite] ?? 0]
    const [from, to] = [Math.floor(edge / 3), Math.floor(opposite / 3)]
    const [start, end] = [corner(from), corner(to)]
    const hereOnLeft = side(start, end, at(edge)) > 0
    const name = [here, there].map((seed) => seeds[seed]?.join(' ')).join(' and ')
    borders.push({
      left: hereOnLeft ? here : there,
      right: hereOnLeft ? there : here,
      from,
      to,
      line: windingLine(name, start, end, [at(edge), at(opposite)]).map(fromPlane),
    })
  })
  return borders
}

function toPlane([longitude, latitude]: LngLat): PlanePoint {
  return [longitude * LONGITUDE_SCALE, latitude]
}

function fromPlane([x, y]: PlanePoint): LngLat {
  return [Math.round((x / LONGITUDE_SCALE) * DECIMALS) / DECIMALS, Math.round(y * DECIMALS) / DECIMALS]
}

function pointX([x]: PlanePoint): number {
  return x
}

function pointY([, y]: PlanePoint): number {
  return y
}

/** Above nought when the point lies on the left of the line from start to end. */
function side(start: PlanePoint, end: PlanePoint, point: PlanePoint): number {
  return (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])
}

/** The point equally far from all three. */
function circumcentre(a: PlanePoint, b: PlanePoint, c: PlanePoint): PlanePoint {
  const [bx, by, cx, cy] = [b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]]
  const double = 2 * (bx * cy - by * cx)
  const [b2, c2] = [bx * bx + by * by, cx * cx + cy * cy]
  return [a[0] + (cy * b2 - by * c2) / double, a[1] + (bx * c2 - cx * b2) / double]
}

function missing(index: number): never {
  throw new RangeError(`There is no seed ${index}`)
}
