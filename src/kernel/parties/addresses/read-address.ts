import { inNameCase, NO_PARTS, readPostcode, tidied, type AddressParts } from './parts.ts'
import { inFull, isStreet, isSurelyStreet } from './street-words.ts'

const POSTCODE_AT_END = /[\s,]*\b([A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2})\.?\s*$/
const POSTCODE_LINE = /^[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}$/
const COUNTRY = /^(uk|u\.k\.|united kingdom|england|wales|scotland|northern ireland|great britain|gb)$/i
const COUNTY =
  /^(oxfordshire|oxon\.?|berkshire|berks\.?|buckinghamshire|bucks\.?|.+shire|kent|essex|surrey|sussex|(east|west) sussex|norfolk|suffolk|devon|cornwall|dorset|somerset|cumbria|(tyne|county) .+|.+ county)$/i
const INSIDE =
  /^(?:(flat|flt|apartment|apt|room|rm|unit|suite|studio|maisonette|caravan|pitch|plot|cell|bedsit|office)\.?|no\.? ?(?=\d))\s*(?:no\.?\s*)?#?\s*([a-z]|\d+[a-z]?(?:[-/]\d*[a-z]?)?)\b/i
const FLOOR =
  /^((?:ground|first|second|third|fourth|top|lower ground|basement|garden|upper|lower)(?: floor)?(?: (?:left|right|front|rear))?(?: flat)?|basement(?: flat)?|garden flat)$/i
const BOX = /^p\.?\s?o\.?\s?box\s*(\d+\w*)/i
const NUMBER = /^(?:no\.?\s*|number\s+)?(\d+[a-z]?(?:\s?(?:-|–|to|\/)\s?\d+[a-z]?)?|\d+½)(?=$|[\s,])/i
const IN_FULL: Readonly<Record<string, string>> = { flt: 'Flat', apt: 'Apartment', rm: 'Room' }

/**
 * The parts of an address as people type it, in one line or several: commas missing or doubled, the postcode in any case, the
 * county or country behind it. Never fails: what cannot be told apart stands in building, locality or town, in its order.
 */
export function readAddress(text: string): AddressParts {
  const { rest, postcode } = withoutPostcode(text)
  const lines = rest
    .split(/[,;\n\r]+/)
    .map((line) => line.replaceAll(/\s+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, ''))
    .filter((line) => line !== '' && !COUNTRY.test(line) && !POSTCODE_LINE.test(line))
    .map(inNameCase)
  const { inside, after } = readInside(lines)
  const built = readStreet(after.flatMap(apart), inside.building !== '')
  return tidied({ ...NO_PARTS, ...inside, ...built, building: joined(inside.building, built.building), postcode })
}

/** The same of an address that comes in columns: each is taken for what it says, and the first lines are read as text. */
export function readAddressColumns(columns: Partial<AddressParts> & { readonly text?: string }): AddressParts {
  const read = readAddress(columns.text ?? '')
  const parts: AddressParts = {
    flat: columns.flat || read.flat,
    building: columns.building || read.building,
    number: columns.number || read.number,
    street: columns.street || read.street,
    locality: columns.locality || read.locality,
    town: columns.town || read.town,
    postcode: readPostcode(columns.postcode ?? '') || read.postcode,
  }
  // "14 High St" in the column for the street, "Flat 2" in that for the number: read as they would be in a line.
  const inLine = [parts.flat, parts.building, [parts.number, parts.street].filter(Boolean).join(' ')].filter(Boolean)
  const again = readAddress(inLine.join(', '))
  return tidied({
    ...again,
    locality: again.locality || parts.locality,
    town: again.town && parts.town === '' ? again.town : parts.town,
    postcode: parts.postcode,
  })
}

function withoutPostcode(text: string): { readonly rest: string; readonly postcode: string } {
  const tail = text.replace(/[\s,;]+(uk|united kingdom|england|wales|scotland)\.?\s*$/i, '')
  const found = POSTCODE_AT_END.exec(tail)
  const postcode = readPostcode(found?.[1] ?? '')
  if (found !== null && postcode !== '') return { rest: tail.slice(0, found.index), postcode }
  // In the middle: "Oxford OX1 4AA Oxfordshire", or a line of its own.
  const within = tail
    .split(/[,;\n\r]+/)
    .map((line) => readPostcode(line.trim()))
    .find((line) => line !== '')
  return { rest: tail, postcode: within ?? '' }
}

interface Inside {
  readonly flat: string
  readonly building: string
}

/** What is inside the building, from the front of the lines: "Flat 2", "Ground floor flat", "PO Box 12". */
function readInside(lines: readonly string[]): { readonly inside: Inside; readonly after: readonly string[] } {
  const [first = '', ...others] = lines
  const box = BOX.exec(first)
  if (box !== null)
    return { inside: { flat: '', building: `PO Box ${box[1] ?? ''}` }, after: rest(first.slice(box[0].length), others) }
  if (FLOOR.test(first)) return { inside: { flat: first, building: '' }, after: others }
  const flat = INSIDE.exec(first)
  const kind = flat?.[1]
  if (flat === null || kind === undefined) return { inside: { flat: '', building: '' }, after: lines }
  const name = IN_FULL[kind.toLowerCase()] ?? kind.slice(0, 1).toUpperCase() + kind.slice(1).toLowerCase()
  return {
    inside: { flat: `${name} ${(flat[2] ?? '').toUpperCase()}`, building: '' },
    after: rest(first.slice(flat[0].length), others),
  }
}

function rest(text: string, others: readonly string[]): readonly string[] {
  // "Flat 5 of 12 High Street".
  const left = text.replace(/^[\s.:-]+(?:of (?=\d))?/i, '')
  return left === '' ? others : [left, ...others]
}

/** Building, number, street, locality and town, from the lines that are left. */
function readStreet(lines: readonly string[], isBox: boolean): Omit<AddressParts, 'flat' | 'postcode'> {
  const streets = lines.map((line, i) => streetIn(line, lines[i + 1]))
  const sure = streets.findIndex((street) => street !== null && (street.number !== '' || isSurelyStreet(street.street)))
  const at = sure === -1 ? streets.findIndex((street) => street !== null) : sure
  if (at === -1) return withoutStreet(isBox ? ['', ...lines] : lines)
  const found = streets[at]
  const places = [...(found?.behind ?? []), ...lines.slice(at + (found?.lines ?? 1))].filter(
    (line, i, all) => !(i > 0 && i === all.length - 1 && COUNTY.test(line)),
  )
  return {
    building: lines.slice(0, at).join(', '),
    number: found?.number ?? '',
    street: inFull(found?.street ?? ''),
    locality: places.slice(0, -1).join(', '),
    town: places.at(-1) ?? '',
  }
}

/** "Hamilton Court Iffley Road" is a building and its street. */
function apart(line: string): readonly string[] {
  if (NUMBER.test(line)) return [line]
  const words = line.split(' ')
  for (let end = 2; end < words.length - 1; end++) {
    const [one, other] = [words.slice(0, end).join(' '), words.slice(end).join(' ')]
    if (isStreet(one) && !isSurelyStreet(one) && isStreet(other)) return [one, other]
  }
  return [line]
}

/** A line that is a street, or a number with one: by itself, or with what is behind it where a comma was left out. */
function streetIn(
  line: string,
  next: string | undefined,
): { number: string; street: string; behind: string[]; lines: number } | null {
  const numbered = NUMBER.exec(line)
  const number = (numbered?.[1] ?? '').replaceAll(/\s?(?:-|–|to)\s?/gi, '-')
  const name = numbered === null ? line : line.slice(numbered[0].length).trim()
  if (numbered !== null && name === '') return next === undefined ? null : { number, ...cut(next), lines: 2 }
  if (numbered !== null) return { number, ...cut(name), lines: 1 }
  const { street, behind } = cut(name)
  return isStreet(street) ? { number: '', street, behind, lines: 1 } : null
}

/** "High Street Oxford": the street ends with the first word that streets end with, as long as something is before it. */
function cut(text: string): { street: string; behind: string[] } {
  const words = text.split(' ')
  for (let end = 2; end < words.length; end++) {
    const street = words.slice(0, end).join(' ')
    const next = words[end] ?? ''
    // "Park Road", "Church Hill Close": not yet over while the next word ends streets as well. "Way East" is a side.
    if (!isStreet(street) || isStreet(`x ${next}`) || isStreet(words.slice(0, end + 2).join(' '))) continue
    if (/^(north|south|east|west)$/i.test(next) && end === words.length - 1) return { street: text, behind: [] }
    return { street, behind: [words.slice(end).join(' ')] }
  }
  return { street: text, behind: [] }
}

function withoutStreet(lines: readonly string[]): Omit<AddressParts, 'flat' | 'postcode'> {
  const [building = '', ...all] = lines
  const places = all.filter((line, i) => !(i > 0 && i === all.length - 1 && COUNTY.test(line)))
  return { building, number: '', street: '', locality: places.slice(0, -1).join(', '), town: places.at(-1) ?? '' }
}

function joined(first: string, second: string): string {
  return [first, second].filter((part) => part !== '').join(', ')
}
