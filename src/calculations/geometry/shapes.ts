import type { MultiPolygon, Polygon } from 'geojson'

/** Longitude and latitude in degrees, WGS84, in the order of GeoJSON. */
export type LngLat = readonly [longitude: number, latitude: number]

/** A GeoJSON area: one polygon or several, with holes. */
export type AreaGeometry = Polygon | MultiPolygon

/** West, south, east, north, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** The polygons of the geometry: each a list of rings, the first the outline, the others holes. */
export function polygonsOf(geometry: AreaGeometry): readonly (readonly number[][])[][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

/** The smallest box around the geometry. A geometry without points gives an empty box (Infinity to -Infinity). */
export function boxOf(geometry: AreaGeometry): Box {
  return boxOfRings(polygonsOf(geometry).flatMap((rings) => rings.slice(0, 1)))
}

/** The smallest box around all the boxes. */
export function joinBoxes(boxes: readonly Box[]): Box {
  return boxes.reduce<Box>(
    (all, box) => [
      Math.min(all[0], box[0]),
      Math.min(all[1], box[1]),
      Math.max(all[2], box[2]),
      Math.max(all[3], box[3]),
    ],
    [Infinity, Infinity, -Infinity, -Infinity],
  )
}

export function boxOfRings(rings: readonly (readonly number[][])[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) {
    for (const [x = Number.NaN, y = Number.NaN] of ring) {
      west = Math.min(west, x)
      south = Math.min(south, y)
      east = Math.max(east, x)
      north = Math.max(north, y)
    }
  }
  return [west, south, east, north]
}
