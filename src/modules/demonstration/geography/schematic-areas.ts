import type { AreaGeometry, LngLat } from '#calculations/geometry/shapes.ts'
import { cellBorders } from './cell-borders.ts'
import { DISTRICTS, type DistrictCode, POLICING_AREAS, type PolicingAreaCode } from './districts.ts'
import { outlineOf } from './outlines.ts'
import { BERKSHIRE } from './places-berkshire.ts'
import { BUCKINGHAMSHIRE } from './places-buckinghamshire.ts'
import { OXFORDSHIRE } from './places-oxfordshire.ts'
import { PLACES_AROUND } from './places-around.ts'
import { type PlaceKind, slug } from './place.ts'

export type SchematicKind = 'force' | 'policing-area' | 'local-authority' | 'neighbourhood' | 'ward'

export interface SchematicArea {
  readonly kind: SchematicKind
  readonly code: string
  readonly name: string
  readonly geometry: AreaGeometry
  /** Codes of the areas around it, by kind; none for the force. */
  readonly within: Readonly<Partial<Record<SchematicKind, string>>>
}

/** A ward with what the generator needs to know of the place that it was drawn around. */
export interface SchematicWard extends SchematicArea {
  readonly kind: 'ward'
  readonly district: DistrictCode
  readonly policingArea: PolicingAreaCode
  readonly place: PlaceKind
  readonly centre: LngLat
  /** Rough number of people, in thousands; see `populationsOf` for figures that add up. */
  readonly thousands: number
}

export interface SchematicGeography {
  readonly wards: readonly SchematicWard[]
  /** Everything, wards included, the largest kind first. */
  readonly areas: readonly SchematicArea[]
}

export const FORCE = { code: 'thames-valley', name: 'Thames Valley' } as const

export const SCHEMATIC_SOURCE =
  'Schematic: drawn by this project half way between places whose names and coordinates are public knowledge. Not surveyed.'

const NEIGHBOURHOODS = [...BERKSHIRE, ...BUCKINGHAMSHIRE, ...OXFORDSHIRE]

/** The code of an area in the schematic geography: `schematic-caversham`. */
export function schematicCode(name: string): string {
  return `schematic-${slug(name)}`
}

/** Draws the whole geography. The same on every machine and for every seed; takes some tens of milliseconds. */
export function drawGeography(): SchematicGeography {
  const places = NEIGHBOURHOODS.flatMap((team) => team.places.map((place) => ({ team, place })))
  const seeds: LngLat[] = [...places.map(({ place }) => place), ...PLACES_AROUND].map(([, y, x]) => [x, y])
  const borders = cellBorders(seeds)

  const wards = places.map(({ team, place: [name, latitude, longitude, thousands, kind] }, seed): SchematicWard => {
    const { policingArea } = DISTRICTS[team.district]
    return {
      kind: 'ward',
      code: schematicCode(name),
      name,
      geometry: outlineOf(borders, new Set([seed])),
      within: {
        neighbourhood: schematicCode(team.name),
        'local-authority': schematicCode(DISTRICTS[team.district].name),
        'policing-area': schematicCode(POLICING_AREAS[policingArea]),
        force: FORCE.code,
      },
      district: team.district,
      policingArea,
      place: kind,
      centre: [longitude, latitude],
      thousands,
    }
  })

  const union = (kind: Exclude<SchematicKind, 'ward'>, code: string, name: string): SchematicArea => {
    const members = wards.flatMap((ward, seed) => (ward.within[kind] === code ? [{ ward, seed }] : []))
    const geometry = outlineOf(borders, new Set(members.map(({ seed }) => seed)))
    return { kind, code, name, geometry, within: outerOf(kind, members[0]?.ward) }
  }
  const areas: SchematicArea[] = [
    union('force', FORCE.code, FORCE.name),
    ...Object.values(POLICING_AREAS).map((name) => union('policing-area', schematicCode(name), name)),
    ...Object.values(DISTRICTS).map(({ name }) => union('local-authority', schematicCode(name), name)),
    ...NEIGHBOURHOODS.map(({ name }) => union('neighbourhood', schematicCode(name), name)),
    ...wards,
  ]
  return { wards, areas }
}

const OUTER = {
  force: [],
  'policing-area': ['force'],
  'local-authority': ['policing-area', 'force'],
  neighbourhood: ['local-authority', 'policing-area', 'force'],
} as const satisfies Record<Exclude<SchematicKind, 'ward'>, readonly SchematicKind[]>

function outerOf(kind: Exclude<SchematicKind, 'ward'>, ward: SchematicWard | undefined): SchematicArea['within'] {
  return Object.fromEntries(OUTER[kind].map((outer) => [outer, ward?.within[outer]]))
}
