/** What a column of the records holds, which says how it is compared. */
export type ColumnKind =
  | 'given'
  | 'family'
  /** The whole name: its first and last words stand in where there is no column of given or family names. */
  | 'full'
  | 'birth'
  | 'sex'
  | 'number'
  /** The number of a house or a flat where the records are of places: whatever else agrees, another door is another place. */
  | 'door'
  | 'address'
  | 'locality'
  | 'postcode'
  | 'phone'
  | 'email'
  | 'identifier'
  /** One of a few: a county, an occupation. */
  | 'category'

/** Which columns there are, and of which kind. This alone differs between sets of records; the settings do not. */
export type ColumnMapping = Readonly<Record<string, ColumnKind>>

/** A record as it comes: columns by name. What is missing, null or empty is not known, and says nothing. */
export type PersonRecord = Readonly<Record<string, string | null | undefined>>
