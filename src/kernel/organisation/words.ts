import { keysOf } from '#platform/edge.ts'

/** The kinds of agency, each with its words. The table `agency` knows the same codes. */
export const AGENCY_KINDS = {
  'police-force': 'Police force',
  'local-authority': 'Local authority',
  health: 'Health',
  housing: 'Housing',
  education: 'Education',
  probation: 'Probation',
  voluntary: 'Voluntary organisation',
  other: 'Other agency',
} as const
export type AgencyKind = keyof typeof AGENCY_KINDS
export const AGENCY_KIND_CODES = keysOf<AgencyKind>(AGENCY_KINDS)

/** The kinds of area, each with its words, from the whole force down. The table `area` knows the same codes. */
export const AREA_KINDS = {
  force: 'Force area',
  'policing-area': 'Policing area',
  'local-authority': 'Local authority',
  ward: 'Ward',
  neighbourhood: 'Neighbourhood',
  msoa11: 'Middle layer super output area (MSOA) of 2011',
  lsoa11: 'Lower layer super output area (LSOA) of 2011',
  lsoa21: 'Lower layer super output area (LSOA) of 2021',
} as const
export type AreaKind = keyof typeof AREA_KINDS
export const AREA_KIND_CODES = keysOf<AreaKind>(AREA_KINDS)

/** The kinds that work is organised by: a unit's area is one of these. The statistical ones only count. */
export const WORKING_AREA_KINDS = [
  'force',
  'policing-area',
  'local-authority',
  'neighbourhood',
  'ward',
] as const satisfies readonly AreaKind[]

export const PRINCIPAL_WORDS = {
  staff: 'Force staff',
  partner: 'Partner agency',
} as const

/** The words for a stored code; the code itself where none are known. */
export function wordsFor(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code
}
