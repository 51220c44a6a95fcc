import { weightedChoice } from '#calculations/random/choices.ts'
import type { Random } from '#calculations/random/random.ts'
import type { SchematicWard } from '../geography/schematic-areas.ts'
import { type StreetPoint, streetPoints } from '../geography/street-points.ts'
import { CATEGORIES, type Category, type CategoryCode } from './categories.ts'
import { CATEGORY_CODES } from './expected-counts.ts'

/** A street point with the ward that it lies in. */
export interface PlacedPoint extends StreetPoint {
  readonly ward: SchematicWard
}

/** The streets of one ward: where things of each category happen, and what lies near what. Points by their number. */
export interface WardStreets {
  readonly ward: SchematicWard
  readonly choose: (random: Random, category: CategoryCode) => number
  readonly near: (point: number) => readonly number[]
}

const NEAR_DEGREES = 0.0022 // about 250 m of latitude, 150 m of longitude

/** All street points of the force, each place once, and the same by ward in the order of the wards. */
export function layStreets(wards: readonly SchematicWard[]): { points: PlacedPoint[]; streets: WardStreets[] } {
  const points: PlacedPoint[] = []
  const taken = new Set<string>()
  const streets = wards.map((ward) => {
    const first = points.length
    for (const point of streetPoints(ward)) {
      const key = `${point.longitude} ${point.latitude}`
      if (taken.has(key)) continue
      taken.add(key)
      points.push({ ...point, ward })
    }
    return wardStreets(ward, points.slice(first), first)
  })
  return { points, streets }
}

function wardStreets(ward: SchematicWard, own: readonly PlacedPoint[], first: number): WardStreets {
  const choosers = new Map(CATEGORY_CODES.map((category) => [category, chooser(own, first, category)]))
  const neighbours = new Map<number, number[]>()
  return {
    ward,
    choose: (random, category) => choosers.get(category)?.(random) ?? first,
    near: (point) => {
      const known = neighbours.get(point)
      if (known !== undefined) return known
      const at = own[point - first]
      const found = own.flatMap((other, i) => (at !== undefined && isNear(at, other) ? [first + i] : []))
      neighbours.set(point, found)
      return found
    },
  }
}

function chooser(own: readonly PlacedPoint[], first: number, category: CategoryCode): (random: Random) => number {
  const { byUse }: Category = CATEGORIES[category]
  return weightedChoice(own.map((point, i) => [first + i, point.weight * (byUse[point.use] ?? 1)]))
}

function isNear(a: StreetPoint, b: StreetPoint): boolean {
  return Math.abs(a.longitude - b.longitude) < NEAR_DEGREES && Math.abs(a.latitude - b.latitude) < NEAR_DEGREES
}
