import type { LngLat } from './shapes.ts'

/** An ellipsoid by its half axes, in metres. */
interface Ellipsoid {
  readonly a: number
  readonly b: number
}
const AIRY_1830: Ellipsoid = { a: 6_377_563.396, b: 6_356_256.909 }
const WGS84: Ellipsoid = { a: 6_378_137, b: 6_356_752.3141 }

/** The National Grid: Transverse Mercator with its true origin at 49° north, 2° west. */
const SCALE = 0.9996012717
const ORIGIN = { latitude: radians(49), longitude: radians(-2), easting: 400_000, northing: -100_000 } as const

/**
 * Longitude and latitude (WGS84) of a point of the British National Grid, to about five metres. Source: Ordnance Survey, A guide
 * to coordinate systems in Great Britain, annexes B and C and section 6.6 (the seven-parameter transformation).
 */
export function fromBritishGrid(easting: number, northing: number): LngLat {
  const { latitude, longitude } = onAiry(easting, northing)
  const [x, y, z] = shifted(cartesian(AIRY_1830, latitude, longitude))
  const found = geographic(WGS84, x, y, z)
  return [degrees(found.longitude), degrees(found.latitude)]
}

/** Latitude and longitude on the grid's own ellipsoid, in radians. */
function onAiry(easting: number, northing: number): { readonly latitude: number; readonly longitude: number } {
  const { a, b } = AIRY_1830
  const e2 = 1 - (b * b) / (a * a)
  const n = (a - b) / (a + b)
  let latitude = ORIGIN.latitude + (northing - ORIGIN.northing) / (a * SCALE)
  for (let i = 0; i < 20; i++) {
    const left = northing - ORIGIN.northing - meridian(b, n, latitude)
    if (Math.abs(left) < 1e-5) break
    latitude += left / (a * SCALE)
  }
  const sin2 = Math.sin(latitude) ** 2
  const nu = (a * SCALE) / Math.sqrt(1 - e2 * sin2)
  const rho = (a * SCALE * (1 - e2)) / (1 - e2 * sin2) ** 1.5
  const eta2 = nu / rho - 1
  const [t, sec] = [Math.tan(latitude), 1 / Math.cos(latitude)]
  const [t2, t4, t6] = [t ** 2, t ** 4, t ** 6]
  const east = easting - ORIGIN.easting
  return {
    latitude:
      latitude -
      (t / (2 * rho * nu)) * east ** 2 +
      (t / (24 * rho * nu ** 3)) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2) * east ** 4 -
      (t / (720 * rho * nu ** 5)) * (61 + 90 * t2 + 45 * t4) * east ** 6,
    longitude:
      ORIGIN.longitude +
      (sec / nu) * east -
      (sec / (6 * nu ** 3)) * (nu / rho + 2 * t2) * east ** 3 +
      (sec / (120 * nu ** 5)) * (5 + 28 * t2 + 24 * t4) * east ** 5 -
      (sec / (5040 * nu ** 7)) * (61 + 662 * t2 + 1320 * t4 + 720 * t6) * east ** 7,
  }
}

/** The length of the meridian from the true origin, on the grid. */
function meridian(b: number, n: number, latitude: number): number {
  const [less, sum] = [latitude - ORIGIN.latitude, latitude + ORIGIN.latitude]
  return (
    b *
    SCALE *
    ((1 + n + (5 / 4) * n ** 2 + (5 / 4) * n ** 3) * less -
      (3 * n + 3 * n ** 2 + (21 / 8) * n ** 3) * Math.sin(less) * Math.cos(sum) +
      ((15 / 8) * n ** 2 + (15 / 8) * n ** 3) * Math.sin(2 * less) * Math.cos(2 * sum) -
      (35 / 24) * n ** 3 * Math.sin(3 * less) * Math.cos(3 * sum))
  )
}

type Point3 = readonly [number, number, number]

function cartesian({ a, b }: Ellipsoid, latitude: number, longitude: number): Point3 {
  const e2 = 1 - (b * b) / (a * a)
  const nu = a / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2)
  return [
    nu * Math.cos(latitude) * Math.cos(longitude),
    nu * Math.cos(latitude) * Math.sin(longitude),
    (1 - e2) * nu * Math.sin(latitude),
  ]
}

/** From the grid's datum to WGS84: metres, parts in a million, seconds of arc. */
function shifted([x, y, z]: Point3): Point3 {
  const [tx, ty, tz, s] = [446.448, -125.157, 542.06, 1 - 20.4894e-6]
  const [rx, ry, rz] = [radians(0.1502 / 3600), radians(0.247 / 3600), radians(0.8421 / 3600)]
  return [tx + x * s - y * rz + z * ry, ty + x * rz + y * s - z * rx, tz - x * ry + y * rx + z * s]
}

function geographic({ a, b }: Ellipsoid, x: number, y: number, z: number) {
  const e2 = 1 - (b * b) / (a * a)
  const p = Math.hypot(x, y)
  let latitude = Math.atan2(z, p * (1 - e2))
  for (let i = 0; i < 5; i++) {
    const nu = a / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2)
    latitude = Math.atan2(z + e2 * nu * Math.sin(latitude), p)
  }
  return { latitude, longitude: Math.atan2(y, x) }
}

function radians(value: number): number {
  return (value * Math.PI) / 180
}

function degrees(value: number): number {
  return (value * 180) / Math.PI
}
