import { type AreaGeometry, type LngLat, polygonsOf } from './shapes.ts'

// WGS84: half the longer axis in metres, and the square of the eccentricity.
const SEMI_MAJOR_METRES = 6_378_137
const E2 = 0.00669437999014
const E = Math.sqrt(E2)
const RADIANS = Math.PI / 180

/**
 * The area of the geometry in square kilometres, holes taken away, whichever way its rings wind.
 *
 * Latitudes are made authalic (equal-area) first, so that it is right on the WGS84 ellipsoid, to the shape of the
 * edges. Source: J. P. Snyder, Map projections: a working manual (USGS 1395, 1987), equations 3-11 to 3-13.
 */
export function areaKm2(geometry: AreaGeometry): number {
  return polygonsOf(geometry).reduce((sum, rings) => {
    const [outline = 0, ...holes] = rings.map((ring) => Math.abs(ringKm2(ring)))
    return sum + outline - holes.reduce((all, hole) => all + hole, 0)
  }, 0)
}

function ringKm2(ring: readonly number[][]): number {
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i - 1] ?? []
    const [x2 = 0, y2 = 0] = ring[i] ?? []
    sum += (x2 - x1) * RADIANS * (equalAreaSine(y1) + equalAreaSine(y2))
  }
  return (sum * SEMI_MAJOR_METRES ** 2) / 4 / 1e6
}

/** Snyder's q: twice the sine of the authalic latitude, in units of the squared half axis. */
function equalAreaSine(latitude: number): number {
  const sine = Math.sin(latitude * RADIANS)
  const es = E * sine
  return (1 - E2) * (sine / (1 - es * es) - Math.log((1 - es) / (1 + es)) / (2 * E))
}

/**
 * The centre of gravity of the geometry, holes taken away, on a flat map (right to metres at the size of a force). It
 * may lie outside the area: see `representativePoint`. Undefined for a geometry without area.
 */
export function centroid(geometry: AreaGeometry): LngLat | undefined {
  let [area, sumX, sumY] = [0, 0, 0]
  for (const rings of polygonsOf(geometry)) {
    rings.forEach((ring, i) => {
      const part = ringMoments(ring)
      const sign = (i === 0 ? 1 : -1) * Math.sign(part.area)
      area += sign * part.area
      sumX += sign * part.x
      sumY += sign * part.y
    })
  }
  return area === 0 ? undefined : [sumX / area, sumY / area]
}

/** Signed area and first moments in degrees, taken from the first point so that little is lost to rounding. */
function ringMoments(ring: readonly number[][]): { area: number; x: number; y: number } {
  const [originX = 0, originY = 0] = ring[0] ?? []
  let [area, x, y] = [0, 0, 0]
  for (let i = 1; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i - 1] ?? []
    const [x2 = 0, y2 = 0] = ring[i] ?? []
    const [ax, ay, bx, by] = [x1 - originX, y1 - originY, x2 - originX, y2 - originY]
    const cross = ax * by - bx * ay
    area += cross / 2
    x += ((ax + bx) * cross) / 6
    y += ((ay + by) * cross) / 6
  }
  return { area, x: x + originX * area, y: y + originY * area }
}
