import type { DistrictCode } from './districts.ts'

/** What sort of place it is; it decides how much of what happens there. */
export type PlaceKind = 'centre' | 'town' | 'estate' | 'suburb' | 'village'

/** Name, latitude, longitude (WGS84 degrees), people in thousands (rough, about 2016), kind. */
export type PlaceEntry = readonly [
  name: string,
  latitude: number,
  longitude: number,
  thousands: number,
  kind: PlaceKind,
]

/** The places of one neighbourhood team, all in one district. */
export interface Neighbourhood {
  readonly name: string
  readonly district: DistrictCode
  readonly places: readonly PlaceEntry[]
}

export function neighbourhood(name: string, district: DistrictCode, ...places: PlaceEntry[]): Neighbourhood {
  return { name, district, places }
}

/** A name as part of a code: `Windsor and Maidenhead` becomes `windsor-and-maidenhead`. */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}
