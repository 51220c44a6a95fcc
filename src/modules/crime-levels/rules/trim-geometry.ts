import type { Position } from 'geojson'
import type { AreaGeometry } from '#calculations/geometry/shapes.ts'

const PLACES = 1e5

/**
 * The geometry with coordinates of five decimals (about a metre), without points that fall on the one before them: what a
 * map on a screen can show, in far fewer bytes.
 */
export function trimGeometry(geometry: AreaGeometry): AreaGeometry {
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: geometry.coordinates.map(trimRing) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(trimRing)) }
}

function trimRing(ring: readonly Position[]): Position[] {
  const trimmed = ring.map(([x = 0, y = 0]): Position => [
    Math.round(x * PLACES) / PLACES,
    Math.round(y * PLACES) / PLACES,
  ])
  const kept = trimmed.filter(([x, y], i) => i === 0 || x !== trimmed[i - 1]?.[0] || y !== trimmed[i - 1]?.[1])
  // A ring needs four points, the last of them the first.
  return kept.length >= 4 ? kept : trimmed
}
