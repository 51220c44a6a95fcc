import { addDays, daysFrom, findCivilDate, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { nameKeys, type NameKeys } from '../../rules/name-keys.ts'
import type { PartyKind } from '../../words.ts'
import type { Born } from './born.ts'
import { halvesOf } from './name-typed.ts'
import { shortFormOf } from './short-form.ts'
import type { Typed } from './typed.ts'

/** What `search.parties` is asked. */
export interface Asked {
  readonly words: readonly AskedWord[]
  readonly born: AskedBirth | null
  readonly place: {
    readonly words: readonly AskedWord[]
    readonly name: string
    readonly postcode: string | null
  } | null
  readonly kind: PartyKind | null
  readonly told: number
}

interface AskedWord extends NameKeys {
  readonly n: number
  readonly word: string
  /** What it makes with its neighbour: Mary Ann is Maryann. */
  readonly also: readonly string[]
  /** The ways to part it in two: Maryann is Mary Ann. */
  readonly firsts: readonly string[]
  readonly seconds: readonly string[]
  readonly begins: boolean
  /** What it begins with if it is a short form: Suk is Sukhdeep, Mads is Madison. Null where it cannot be one. */
  readonly short: string | null
  readonly optional: boolean
}

interface AskedBirth extends Born {
  readonly swapped: CivilDate | null
  /** Days for which this one may have been written: a figure wrong, two swapped, a day, a year or ten off. */
  readonly near: readonly CivilDate[]
}

export interface AskedOptions {
  readonly kind: PartyKind | null
  /** The last word is still being typed, so it may be the beginning of one. */
  readonly typing: boolean
  /** How many of the best will be shown: of them it is told why they are here. */
  readonly told: number
}

export function askedOf(typed: Typed, { kind, typing, told }: AskedOptions): Asked {
  const last = typing ? typed.words.at(-1) : undefined
  const words = [...typed.words, ...typed.besides].map((word, n) => ({
    ...plainWord(word, n),
    also: typed.also[n] ?? [],
    ...halvesOf(word),
    short: shortFormOf(word),
    // An initial is the beginning of a name.
    begins: word.length === 1 || typed.beginnings.includes(word) || (word === last && n === typed.words.length - 1),
    optional: n >= typed.words.length,
  }))
  const place = typed.place.map(plainWord)
  return {
    words,
    born: typed.born === null ? null : { ...typed.born, ...nearDays(typed.born) },
    place:
      place.length === 0 && typed.postcode === null
        ? null
        : { words: place, name: typed.placeName, postcode: typed.postcode },
    kind,
    told,
  }
}

function plainWord(word: string, n: number): AskedWord {
  return { n, word, also: [], firsts: [], seconds: [], ...nameKeys(word), begins: false, short: null, optional: false }
}

function nearDays({ on }: Born): Pick<AskedBirth, 'swapped' | 'near'> {
  if (on === null) return { swapped: null, near: [] }
  const [year = '', month = '', day = ''] = on.split('-')
  const swapped = findCivilDate(`${year}-${day}-${month}`) ?? null
  const near = new Set<CivilDate>([addDays(on, -1), addDays(on, 1)])
  const figures = year + month + day
  for (let at = 0; at < figures.length; at++) {
    // A century is never the slip.
    if (at >= 2)
      for (let figure = 0; figure <= 9; figure++)
        add(near, figures.slice(0, at) + String(figure) + figures.slice(at + 1))
    if (at >= 2 && at < 7)
      add(near, figures.slice(0, at) + figures.charAt(at + 1) + figures.charAt(at) + figures.slice(at + 2))
  }
  for (const years of [-1, 1]) add(near, String(Number(year) + years) + month + day)
  near.delete(on)
  return {
    swapped: swapped === on ? null : swapped,
    near: [...near].filter((one) => Math.abs(daysFrom(one, on)) < 11 * 366),
  }
}

function add(dates: Set<CivilDate>, figures: string): void {
  const date = findCivilDate(`${figures.slice(0, 4)}-${figures.slice(4, 6)}-${figures.slice(6)}`)
  if (date !== undefined) dates.add(date)
}
