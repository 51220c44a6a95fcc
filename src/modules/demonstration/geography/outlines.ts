import type { Position } from 'geojson'
import { isInside } from '#calculations/geometry/representative-point.ts'
import type { AreaGeometry, LngLat } from '#calculations/geometry/shapes.ts'
import type { CellBorder } from './cell-borders.ts'

/**
 * The outline of the cells of the given seeds taken together: the borders that have just one of them on a side. Areas
 * made from the same borders share their edges to the last bit. Throws when a cell lies at the open rim of the map.
 */
export function outlineOf(borders: readonly CellBorder[], seeds: ReadonlySet<number>): AreaGeometry {
  const onward = new Map<number, { to: number; line: readonly LngLat[] }>()
  for (const { left, right, from, to, line } of borders) {
    if (seeds.has(left) === seeds.has(right)) continue
    // The inside on the left: outlines then run anticlockwise and holes clockwise, as GeoJSON has it.
    if (seeds.has(left)) onward.set(from, { to, line })
    else onward.set(to, { to: from, line: line.toReversed() })
  }
  const rings: Position[][] = []
  for (const start of onward.keys()) rings.push(...takeRing(onward, start))
  const outlines = rings.filter((ring) => signedArea(ring) > 0).map((ring) => [ring])
  for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
    outlines.find(([outline]) => outline !== undefined && holds(outline, hole))?.push(hole)
  }
  const [only, ...others] = outlines
  if (only === undefined) throw new RangeError('These cells have no outline')
  return others.length === 0 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: outlines }
}

function takeRing(onward: Map<number, { to: number; line: readonly LngLat[] }>, start: number): Position[][] {
  const ring: Position[] = []
  let at = start
  do {
    const stretch = onward.get(at)
    if (stretch === undefined) {
      if (ring.length === 0) return [] // taken by an earlier ring
      throw new RangeError('A cell lies at the open rim of the map')
    }
    onward.delete(at)
    ring.push(...stretch.line.slice(0, -1).map(([x, y]) => [x, y]))
    at = stretch.to
  } while (at !== start)
  const tidy = ring.filter((point, i) => !same(point, ring[i - 1]))
  const [first] = tidy
  return first === undefined ? [] : [[...tidy, [...first]]]
}

function same(point: Position, other: Position | undefined): boolean {
  return other !== undefined && point[0] === other[0] && point[1] === other[1]
}

function signedArea(ring: readonly Position[]): number {
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i - 1] ?? []
    const [x2 = 0, y2 = 0] = ring[i] ?? []
    sum += x1 * y2 - x2 * y1
  }
  return sum / 2
}

function holds(outline: Position[], hole: readonly Position[]): boolean {
  const [x = 0, y = 0] = hole[0] ?? []
  return isInside({ type: 'Polygon', coordinates: [outline] }, [x, y])
}
