import type { LngLat } from '#calculations/geometry/shapes.ts'

/** Points in metres on a flat map: `x` to the east, `y` to the north. */
export type FlatPoints = { readonly x: Float64Array; readonly y: Float64Array }

const RADIANS = Math.PI / 180
const SEMI_MAJOR_METRES = 6_378_137
const E2 = 0.00669437999014

/**
 * Points laid flat around an origin (the middle of the region), for distances between near ones: right to one part
 * in a thousand within 100 km of it. Transverse Mercator on the sphere, stretched to the ellipsoid's two radii at
 * the origin. Source: J. P. Snyder, Map projections: a working manual (USGS 1395, 1987), equations 8-1 to 8-3.
 */
export function flattenPoints(points: readonly LngLat[], [originLongitude, originLatitude]: LngLat): FlatPoints {
  const sine = Math.sin(originLatitude * RADIANS)
  const across = SEMI_MAJOR_METRES / Math.sqrt(1 - E2 * sine * sine)
  const along = (across * (1 - E2)) / (1 - E2 * sine * sine)
  const x = new Float64Array(points.length)
  const y = new Float64Array(points.length)
  points.forEach(([longitude, latitude], i) => {
    const east = (longitude - originLongitude) * RADIANS
    const north = latitude * RADIANS
    x[i] = across * Math.atanh(Math.cos(north) * Math.sin(east))
    y[i] = along * (Math.atan2(Math.tan(north), Math.cos(east)) - originLatitude * RADIANS)
  })
  return { x, y }
}
