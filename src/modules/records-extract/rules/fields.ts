/** What a field of ours holds, and so how a cell of theirs is read. */
export type FieldType =
  | { readonly is: 'text'; readonly most: number }
  /** A number of theirs by which a row is known: kept as it is. */
  | { readonly is: 'reference' }
  /** One of our codes; the mapping says which of their words each is. */
  | { readonly is: 'code'; readonly codes: Readonly<Record<string, string>>; readonly otherwise?: string }
  | { readonly is: 'day' }
  /** A day, a month of a year, or a year: as exactly as a date of birth is known. */
  | { readonly is: 'birth' }
  /** A day with or without the hour or minute, or a month: as exactly as what happened is known. */
  | { readonly is: 'when' }
  | { readonly is: 'number'; readonly least: number; readonly most: number }
  | { readonly is: 'postcode' }

export interface Field {
  /** In words, as the page for mapping says it. */
  readonly label: string
  readonly type: FieldType
  /** A row without it is no row. */
  readonly required?: true
  readonly hint?: string
}

export type Fields = Readonly<Record<string, Field>>

export const text = (label: string, most = 200, hint?: string): Field => ({
  label,
  type: { is: 'text', most },
  ...(hint !== undefined && { hint }),
})
export const reference = (label: string, hint?: string): Field & { readonly required: true } => ({
  label,
  type: { is: 'reference' },
  required: true,
  ...(hint !== undefined && { hint }),
})
export const code = (label: string, codes: Readonly<Record<string, string>>, otherwise?: string): Field => ({
  label,
  type: { is: 'code', codes, ...(otherwise !== undefined && { otherwise }) },
})
export const day = (label: string): Field => ({ label, type: { is: 'day' } })
export const when = (label: string, hint?: string): Field => ({
  label,
  type: { is: 'when' },
  ...(hint !== undefined && { hint }),
})
export const number = (label: string, least: number, most: number): Field => ({
  label,
  type: { is: 'number', least, most },
})

const MARKINGS = { OFFICIAL: 'OFFICIAL', 'OFFICIAL-SENSITIVE': 'OFFICIAL-SENSITIVE' } as const
export const YES_NO = { no: 'No', yes: 'Yes' } as const

/** What every row may say of itself. */
export const COMMON = {
  marking: code('Marking', MARKINGS, 'OFFICIAL'),
  restricted: code('Restricted in the records system', YES_NO, 'no'),
  asOf: when('Changed there at', 'An older row never takes the place of a newer one'),
} as const satisfies Fields

/** Where something is, if the file says so. */
export const POINT = {
  longitude: number('Longitude', -9, 2.5),
  latitude: number('Latitude', 49, 61.5),
  easting: number('Easting', 0, 700_000),
  northing: number('Northing', 0, 1_300_000),
} as const satisfies Fields
