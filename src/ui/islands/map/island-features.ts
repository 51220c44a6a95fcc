import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'

/**
 * What the server gives for each feature of a map. `kind` area: shaded by `step` (1 to 5, or null for no value).
 * `outline`: only its line. `pin`: a point with its `number`; `place`: a point with the name of a town. `value` is in words; a click or Enter follows `href`.
 */
export type IslandProperties = {
  readonly kind: 'area' | 'outline' | 'pin' | 'place'
  readonly name: string
  readonly value?: string
  readonly step?: 1 | 2 | 3 | 4 | 5 | null
  readonly href?: string
  readonly number?: number
  readonly here?: boolean
}

export type IslandFeatures = FeatureCollection<Geometry, IslandProperties>

/** Fetches the features of a map. Throws when there are none or the server says no. */
export async function fetchFeatures(url: string): Promise<IslandFeatures> {
  const response = await fetch(url, { credentials: 'same-origin', headers: { accept: 'application/geo+json' } })
  if (!response.ok) throw new Error(`The map's data came with status ${response.status}`)
  const data: IslandFeatures = await response.json()
  if (data.features.length === 0) throw new Error('The map has nothing on it')
  return data
}

/** West, south, east, north of everything on the map. */
export function boundsOf(features: readonly Feature[]): [number, number, number, number] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { geometry } of features) {
    for (const [x = 0, y = 0] of positionsOf(geometry)) {
      bounds[0] = Math.min(bounds[0], x)
      bounds[1] = Math.min(bounds[1], y)
      bounds[2] = Math.max(bounds[2], x)
      bounds[3] = Math.max(bounds[3], y)
    }
  }
  return bounds
}

function positionsOf(geometry: Geometry): Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates]
  if (geometry.type === 'Polygon') return geometry.coordinates.flat()
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : []
}
