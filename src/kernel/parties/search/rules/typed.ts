import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import { STREET_ENDINGS } from '../../rules/address-words.ts'
import { wordsOfText } from '../../rules/name-words.ts'
import { readBorn, type Born } from './born.ts'
import { readIdentifiers, type Identifiers } from './identifiers.ts'
import { readName } from './name-typed.ts'

/** What was typed into the one box, taken apart. */
export interface Typed extends Identifiers {
  /** Of a name: each must be there, as itself or as what it may stand for. */
  readonly words: readonly string[]
  /** Of each of them, in the same order, what it may be told by instead. */
  readonly also: readonly (readonly string[])[]
  /** Words that many names do without, and an address may not: Lord Street. */
  readonly besides: readonly string[]
  /** Words typed with a star: the beginnings of others. */
  readonly beginnings: readonly string[]
  readonly born: Born | null
  /** Where somebody lives: "in Slough", "14 High Street". */
  readonly place: readonly string[]
  /** The same as it was typed, in small letters: it may be the name of an area. */
  readonly placeName: string
}

const MOST_WORDS = 7

export function readBox(typed: string, today: CivilDate): Typed {
  const { rest: withoutPostcode, ...identifiers } = readIdentifiers(typed)
  // A date has figures that look like much else, so it is looked for first and the rest read without it.
  const { born, rest } = readBorn(typed, today)
  const read = born === null ? { ...identifiers, rest: withoutPostcode } : readIdentifiers(rest)
  const { name, place } = takePlace(read.rest)
  const text = name.replaceAll('*', '')
  const named = readName(text).slice(0, MOST_WORDS)
  const words = named.map(({ word }) => word)
  return {
    marks: read.marks,
    phones: read.phones,
    postcode: read.postcode,
    references: read.references,
    words,
    also: named.map(({ also }) => also),
    besides: wordsOfText(text)
      .filter((word) => !words.includes(word) && !words.some((one) => one.includes(word)))
      .slice(0, 3),
    beginnings: name.split(/\s+/).flatMap((piece) => (piece.endsWith('*') ? wordsOfText(piece).slice(-1) : [])),
    born,
    place: wordsOfText(place).slice(0, MOST_WORDS),
    placeName: place.trim().toLowerCase(),
  }
}

/** "in Slough", "near the station", and a house and its street after a name: "smith 14 high street". */
function takePlace(text: string): { readonly name: string; readonly place: string } {
  const said = /^(.*\S)?\s*\b(?:in|near|nr|at|living at|lives at|lives in)\s+(\S.*)$/i.exec(text)
  if (said !== null) {
    const [, name = '', place = ''] = said
    return name === '' ? { name: place, place: '' } : { name, place }
  }
  const house = /^(\D*[^\W\d_]\D*)\s+((?:flat\s+\d+\w?,?\s+)?\d{1,4}[a-z]?\s+\S.*)$/i.exec(text)
  const [, name = '', place = ''] = house ?? []
  const isStreet = wordsOfText(place).some((word) => STREET_ENDINGS.has(word))
  return house !== null && isStreet && !/\b(?:flat|room|unit)\s*$/i.test(name)
    ? { name, place }
    : { name: text, place: '' }
}
