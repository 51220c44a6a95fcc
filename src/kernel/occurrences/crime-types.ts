/** A crime type as street files name it, the months in which it was used, and our code for it. */
interface CrimeType {
  readonly name: string
  readonly category: string
  /** First and last month, `2013-05`; null while it is still used. */
  readonly from: string
  readonly to: string | null
}

/**
 * The crime types of data.police.uk. Six from December 2010, eleven from September 2011, fourteen from May 2013, when
 * "Violent crime" took in sexual offences and was renamed, and "Public disorder and weapons" was parted in two (it keeps a
 * code of its own, since its rows cannot be told apart). Codes are those of the data.police.uk API.
 */
export const CRIME_TYPES = [
  { name: 'Anti-social behaviour', category: 'anti-social-behaviour', from: '2010-12', to: null },
  { name: 'Burglary', category: 'burglary', from: '2010-12', to: null },
  { name: 'Robbery', category: 'robbery', from: '2010-12', to: null },
  { name: 'Vehicle crime', category: 'vehicle-crime', from: '2010-12', to: null },
  { name: 'Other crime', category: 'other-crime', from: '2010-12', to: null },
  { name: 'Criminal damage and arson', category: 'criminal-damage-arson', from: '2011-09', to: null },
  { name: 'Drugs', category: 'drugs', from: '2011-09', to: null },
  { name: 'Other theft', category: 'other-theft', from: '2011-09', to: null },
  { name: 'Shoplifting', category: 'shoplifting', from: '2011-09', to: null },
  { name: 'Bicycle theft', category: 'bicycle-theft', from: '2013-05', to: null },
  { name: 'Possession of weapons', category: 'possession-of-weapons', from: '2013-05', to: null },
  { name: 'Public order', category: 'public-order', from: '2013-05', to: null },
  { name: 'Theft from the person', category: 'theft-from-the-person', from: '2013-05', to: null },
  { name: 'Violence and sexual offences', category: 'violent-crime', from: '2013-05', to: null },
  { name: 'Violent crime', category: 'violent-crime', from: '2010-12', to: '2013-04' },
  { name: 'Public disorder and weapons', category: 'public-disorder-weapons', from: '2011-09', to: '2013-04' },
] as const satisfies readonly CrimeType[]

export type Category = (typeof CRIME_TYPES)[number]['category']

/** Anti-social behaviour is no crime: it is counted by itself. */
export const ASB = 'anti-social-behaviour' satisfies Category

/** The words for each code, as today's files say it. */
export const CATEGORY_WORDS = {
  'anti-social-behaviour': 'Anti-social behaviour',
  'bicycle-theft': 'Bicycle theft',
  burglary: 'Burglary',
  'criminal-damage-arson': 'Criminal damage and arson',
  drugs: 'Drugs',
  'other-crime': 'Other crime',
  'other-theft': 'Other theft',
  'possession-of-weapons': 'Possession of weapons',
  'public-disorder-weapons': 'Public disorder and weapons',
  'public-order': 'Public order',
  robbery: 'Robbery',
  shoplifting: 'Shoplifting',
  'theft-from-the-person': 'Theft from the person',
  'vehicle-crime': 'Vehicle crime',
  'violent-crime': 'Violence and sexual offences',
} as const satisfies Record<Category, string>

const BY_NAME: ReadonlyMap<string, CrimeType & { readonly category: Category }> = new Map(
  CRIME_TYPES.map((type) => [type.name.toLowerCase(), type]),
)

/** The crime type of that name, whatever its case, or undefined. */
export function findCrimeType(name: string) {
  return BY_NAME.get(name.toLowerCase())
}

/** Whether files of that month (`2018-06`) should use the type. */
export function isUsedIn(type: Pick<CrimeType, 'from' | 'to'>, month: string): boolean {
  return month >= type.from && (type.to === null || month <= type.to)
}

const WORDS_BY_CODE: ReadonlyMap<string, string> = new Map(Object.entries(CATEGORY_WORDS))

/** The words for a category's code, or the code itself where the list does not know it. */
export function categoryWords(category: string): string {
  return WORDS_BY_CODE.get(category) ?? category
}
