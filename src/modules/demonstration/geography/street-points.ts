import { normalDraw, uniformDraw } from '#calculations/random/distributions.ts'
import { createRandom, type Random } from '#calculations/random/random.ts'
import { isInside } from '#calculations/geometry/representative-point.ts'
import { boxOf, type LngLat } from '#calculations/geometry/shapes.ts'
import type { PlaceKind } from './place.ts'
import type { SchematicWard } from './schematic-areas.ts'
import { streetName } from './street-names.ts'

/** What draws what happens to a point: an ordinary street, or somewhere that people go. */
export type PointUse = 'street' | 'shops' | 'nightlife' | 'parking' | 'park' | 'station'

/** A point on a street to which occurrences are snapped. */
export interface StreetPoint {
  readonly longitude: number
  readonly latitude: number
  /** In the words of police.uk: `On or near High Street`. */
  readonly text: string
  readonly use: PointUse
  /** How much happens here against other points of the ward: most little, few much. */
  readonly weight: number
}

const PEOPLE_PER_SQUARE_KM = {
  centre: 6000,
  town: 2800,
  estate: 5000,
  suburb: 3600,
  village: 1400,
} as const satisfies Record<PlaceKind, number>
const USES = {
  centre: { shops: 9, nightlife: 7, parking: 4, park: 2, station: 1 },
  town: { shops: 4, nightlife: 2, parking: 2, park: 2, station: 1 },
  estate: { shops: 2, nightlife: 0, parking: 1, park: 2, station: 0 },
  suburb: { shops: 1, nightlife: 0, parking: 1, park: 1, station: 0 },
  village: { shops: 0, nightlife: 1, parking: 1, park: 0, station: 0 },
} as const satisfies Record<PlaceKind, Record<Exclude<PointUse, 'street'>, number>>
const WORDS = {
  shops: 'Shopping Area',
  nightlife: 'Nightclub',
  parking: 'Parking Area',
  park: 'Park/Open Space',
  station: 'Bus/Coach Station',
} as const satisfies Record<Exclude<PointUse, 'street'>, string>

const PEOPLE_PER_STREET = 420
const KM = 1 / 111.2 // degrees of latitude
const LONGITUDE_SCALE = Math.cos((51.75 * Math.PI) / 180)
/** Of the streets of a village's ward, those in hamlets and on farms about its countryside. */
const OUT_OF_THE_VILLAGE = 0.45

/**
 * The street points of a ward: streets of one to four points about 90 m apart, thick around its middle, with a few
 * hamlets in the countryside; then the shops, car parks and so on. The same for every seed, all inside the ward.
 */
export function streetPoints(ward: SchematicWard): StreetPoint[] {
  const random = createRandom('streets').split(ward.code)
  const radius = Math.sqrt((ward.thousands * 1000) / PEOPLE_PER_SQUARE_KM[ward.place] / Math.PI) * KM
  const hamlets = Array.from({ length: 6 }, () => anywhereIn(random, ward))
  const points: StreetPoint[] = []
  const streets = Math.max(6, Math.round((ward.thousands * 1000) / PEOPLE_PER_STREET))
  for (let i = 0; i < streets; i++) {
    const outside = ward.place === 'village' && i > 0 && random.next() < OUT_OF_THE_VILLAGE
    const around = outside ? (hamlets[Math.floor(random.next() * hamlets.length)] ?? ward.centre) : ward.centre
    const middle = near(random, ward, around, i === 0 ? 0.05 * KM : outside ? 0.35 * KM : radius)
    points.push(...streetAt(random, ward, middle, `On or near ${streetName(random, ward.place, i === 0)}`))
  }
  for (const use of ['shops', 'nightlife', 'parking', 'park', 'station'] as const) {
    for (let i = 0; i < USES[ward.place][use]; i++) {
      const spread = use === 'park' || ward.place === 'estate' || ward.place === 'suburb' ? radius : 0.3 * KM
      const at = near(random, ward, ward.centre, spread)
      points.push(pointAt(at, `On or near ${WORDS[use]}`, use, heavyTailed(random, 0.7)))
    }
  }
  return points
}

function streetAt(random: Random, ward: SchematicWard, middle: LngLat, text: string): StreetPoint[] {
  const bearing = uniformDraw(random, 0, Math.PI)
  const count = 1 + Math.floor(random.next() * 4)
  // One street differs from the next more than one end of it from the other.
  const weight = heavyTailed(random, 0.8)
  return Array.from({ length: count }, (_, i): LngLat => {
    const along = (i - (count - 1) / 2) * 0.09 * KM
    return [middle[0] + (along * Math.cos(bearing)) / LONGITUDE_SCALE, middle[1] + along * Math.sin(bearing)]
  })
    .filter((at) => isInside(ward.geometry, rounded(at)))
    .map((at) => pointAt(at, text, 'street', weight * heavyTailed(random, 0.6)))
}

function pointAt(at: LngLat, text: string, use: PointUse, weight: number): StreetPoint {
  const [longitude, latitude] = rounded(at)
  return { longitude, latitude, text, use, weight }
}

function rounded([longitude, latitude]: LngLat): LngLat {
  return [Math.round(longitude * 1e6) / 1e6, Math.round(latitude * 1e6) / 1e6]
}

/** Around 1, mostly less, sometimes several times as much; cut off so that no ordinary street outdoes a town centre. */
function heavyTailed(random: Random, sigma: number): number {
  return Math.min(4, Math.round(Math.exp(normalDraw(random, 0, sigma)) * 1000) / 1000)
}

/** A point of the ward about so far from another; the ward's own middle when twelve tries all fall outside. */
function near(random: Random, ward: SchematicWard, around: LngLat, spread: number): LngLat {
  for (let tries = 0; tries < 12; tries++) {
    const at: LngLat = [
      around[0] + (normalDraw(random) * 0.62 * spread) / LONGITUDE_SCALE,
      around[1] + normalDraw(random) * 0.62 * spread,
    ]
    if (isInside(ward.geometry, rounded(at))) return at
  }
  return ward.centre
}

function anywhereIn(random: Random, ward: SchematicWard): LngLat {
  const [west, south, east, north] = boxOf(ward.geometry)
  for (let tries = 0; tries < 50; tries++) {
    const at: LngLat = [uniformDraw(random, west, east), uniformDraw(random, south, north)]
    if (isInside(ward.geometry, at)) return at
  }
  return ward.centre
}
