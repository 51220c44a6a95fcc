/** What streets end with, in full, and how they are shortened. */
const STREET_TYPES: Readonly<Record<string, string>> = {
  st: 'Street',
  str: 'Street',
  street: 'Street',
  rd: 'Road',
  road: 'Road',
  ave: 'Avenue',
  av: 'Avenue',
  avenue: 'Avenue',
  ln: 'Lane',
  lane: 'Lane',
  dr: 'Drive',
  drive: 'Drive',
  cl: 'Close',
  clo: 'Close',
  close: 'Close',
  ct: 'Court',
  crt: 'Court',
  court: 'Court',
  cres: 'Crescent',
  crescent: 'Crescent',
  gdns: 'Gardens',
  gardens: 'Gardens',
  gr: 'Grove',
  gro: 'Grove',
  grove: 'Grove',
  pl: 'Place',
  place: 'Place',
  sq: 'Square',
  square: 'Square',
  ter: 'Terrace',
  terr: 'Terrace',
  terrace: 'Terrace',
  pk: 'Park',
  park: 'Park',
  mt: 'Mount',
  mount: 'Mount',
  wy: 'Way',
  way: 'Way',
  wlk: 'Walk',
  walk: 'Walk',
  hl: 'Hill',
  hill: 'Hill',
  row: 'Row',
  mews: 'Mews',
  yard: 'Yard',
  parade: 'Parade',
  pde: 'Parade',
  quay: 'Quay',
  green: 'Green',
  grn: 'Green',
  rise: 'Rise',
  view: 'View',
  vw: 'View',
  broadway: 'Broadway',
  bypass: 'Bypass',
  boulevard: 'Boulevard',
  blvd: 'Boulevard',
  passage: 'Passage',
  wharf: 'Wharf',
  approach: 'Approach',
  embankment: 'Embankment',
  highway: 'Highway',
  end: 'End',
  croft: 'Croft',
  meadow: 'Meadow',
  meadows: 'Meadows',
  fields: 'Fields',
  circus: 'Circus',
  esplanade: 'Esplanade',
  promenade: 'Promenade',
  gate: 'Gate',
}

/** Streets that end in none of these. */
const OTHER_STREETS =
  /^(the )?(high ?st(reet)?|broadway|parade|cornmarket|mall|strand|cowgate|shambles|haymarket|pavement)$/i

/** Buildings and estates end with these as often as streets do: "Hamilton Court", "Isis Business Park". */
const OR_BUILDINGS = new Set([
  'Court',
  'Park',
  'Yard',
  'Gate',
  'Mount',
  'View',
  'End',
  'Gardens',
  'Mews',
  'Wharf',
  'Quay',
])

/** Whether the text reads as the name of a street, and not as well as that of a building. */
export function isSurelyStreet(text: string): boolean {
  const type = STREET_TYPES[wordOf(text.split(' ').at(-1))]
  return isStreet(text) && (type === undefined || !OR_BUILDINGS.has(type))
}

/** Whether the text reads as the name of a street. */
export function isStreet(text: string): boolean {
  const words = text.split(' ')
  const last = wordOf(words.at(-1))
  return OTHER_STREETS.test(text) || (words.length > 1 && last in STREET_TYPES) || isNumbered(words)
}

/** "High St", "high street." and "High Street" alike: what a street ends with in full; "St" at its beginning stays a saint. */
export function inFull(street: string): string {
  const words = street.split(' ')
  const last = words.at(-1)
  const side = words.length > 2 && /^(north|south|east|west)$/i.test(last ?? '') ? words.pop() : undefined
  const type = words.length > 1 ? STREET_TYPES[wordOf(words.at(-1))] : undefined
  if (type !== undefined) words[words.length - 1] = type
  return [...words, ...(side === undefined ? [] : [side])].join(' ')
}

/** "A40", "B4150". */
function isNumbered(words: readonly string[]): boolean {
  return words.length === 1 && /^[AB]\d{1,4}$/i.test(words[0] ?? '')
}

function wordOf(word: string | undefined): string {
  return (word ?? '').toLowerCase().replaceAll('.', '')
}
