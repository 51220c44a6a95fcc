import Flatbush from 'flatbush'
import pointInPolygon from 'point-in-polygon-hao'
import { type AreaGeometry, boxOfRings, type LngLat, polygonsOf } from './shapes.ts'

/** Finds the areas in which a point lies. Areas may nest and overlap. */
export type AreaIndex<Id> = {
  /** The ids of every area that holds the point, in the order in which the areas were given. */
  readonly areasAt: (point: LngLat) => Id[]
  readonly size: number
}

/**
 * A point on a boundary is moved by a tenth of a millimetre or so, always the same way, and then asked about anew:
 * so it falls in just one of two neighbours, and in all that nest around that one. Where the first way leads out of
 * every area (the outer edge of the force), the next is tried. No way runs along a parallel, a meridian or a
 * diagonal, along which boundaries like to lie.
 */
const WAYS: readonly LngLat[] = [
  [1e-9, 0.37e-9],
  [-0.37e-9, 1e-9],
  [-1e-9, -0.37e-9],
  [0.37e-9, -1e-9],
]
const REACH = 1e-8

/**
 * An index over areas, made once and asked often: boxes in an R-tree, then an exact point-in-polygon test (about a
 * microsecond a question). The geometries must be sound: see `validateGeometry`.
 */
export function createAreaIndex<Id>(areas: readonly { id: Id; geometry: AreaGeometry }[]): AreaIndex<Id> {
  const parts = areas.flatMap(({ geometry }, area) =>
    polygonsOf(geometry).map((rings) => ({ area, rings: rings.map((ring) => [...ring]) })),
  )
  if (parts.length === 0) return { areasAt: () => [], size: areas.length }
  const tree = new Flatbush(parts.length)
  for (const { rings } of parts) tree.add(...boxOfRings(rings.slice(0, 1)))
  tree.finish()

  const near = ([x, y]: LngLat) =>
    tree
      .search(x - REACH, y - REACH, x + REACH, y + REACH)
      .map((index) => parts[index])
      .filter((part) => part !== undefined)

  const idsOf = (found: readonly number[]) =>
    [...new Set(found)]
      .sort((a, b) => a - b)
      .flatMap((index) => areas.slice(index, index + 1))
      .map(({ id }) => id)

  return {
    size: areas.length,
    areasAt: (point) => {
      const candidates = near(point)
      const found = areasHolding(candidates, point)
      if (found !== 'on-boundary') return found.length === 0 ? [] : idsOf(found)
      for (const [dx, dy] of WAYS) {
        const moved = areasHolding(candidates, [point[0] + dx, point[1] + dy])
        if (moved !== 'on-boundary' && moved.length > 0) return idsOf(moved)
      }
      return []
    },
  }
}

type Part = { readonly area: number; readonly rings: number[][][] }

function areasHolding(parts: readonly Part[], [x, y]: LngLat): number[] | 'on-boundary' {
  const found: number[] = []
  const point = [x, y]
  for (const { area, rings } of parts) {
    const inside = pointInPolygon(point, rings)
    if (inside === 0) return 'on-boundary'
    if (inside) found.push(area)
  }
  return found
}
