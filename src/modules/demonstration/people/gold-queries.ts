import { weightedChoice } from '#calculations/random/choices.ts'
import { chanceDraw } from '#calculations/random/distributions.ts'
import type { Random } from '#calculations/random/random.ts'
import { keysOf } from '#platform/edge.ts'
import type { TruePerson } from './households.ts'
import { wrongDate } from './variants/birth-dates.ts'
import { withoutAccents } from './variants/slips.ts'
import { fullName, isSame, type Phenomenon, writtenName, type WrittenName } from './written-names.ts'

/** Somebody asked for, as an officer would type it. */
export interface GoldQuery {
  readonly query: string
  /** What else the officer knows: a date of birth, an age and the place, or the place alone. */
  readonly birthDate: string | null
  readonly age: number | null
  readonly area: string | null
  readonly phenomenon: Phenomenon | 'birth-date'
  /** Whether nothing but the name and the place is given, so that there must be few of that name. */
  readonly nameAlone: boolean
}

/** How many queries of each kind there are to be, and about in what share of people there can be one. */
const WANTED = {
  exact: [180, 1],
  nickname: [220, 0.62],
  spelling: [220, 0.28],
  transliteration: [240, 0.12],
  swapped: [180, 1],
  hyphen: [200, 0.075],
  typing: [240, 1],
  hearing: [240, 0.97],
  accents: [80, 0.035],
  'former-name': [160, 0.17],
  'second-name': [140, 0.7],
  'parts-missing': [120, 0.85],
  called: [100, 0.035],
  'birth-date': [200, 1],
} as const satisfies Record<Phenomenon | 'birth-date', readonly [wanted: number, share: number]>

const KINDS = keysOf(WANTED)
/** People that must be looked at, about, until all are found. */
const LOOKED_AT = KINDS.reduce((sum, kind) => sum + WANTED[kind][0] / WANTED[kind][1], 0)
const chooseKind = weightedChoice(KINDS.map((kind) => [kind, WANTED[kind][0] / WANTED[kind][1]]))

/** A query for this person, for few people of all there are; null for the rest. */
export function drawQuery(
  random: Random,
  person: TruePerson,
  people: number,
  place: string,
  year: number,
): GoldQuery | null {
  if (!chanceDraw(random, Math.min(1, LOOKED_AT / people))) return null
  const phenomenon = chooseKind(random)
  const written = queryName(random, person, phenomenon)
  if (written === null) return null
  const known = random.next()
  const dated = known < 0.62 || phenomenon === 'birth-date'
  const aged = !dated && known < 0.85
  return {
    query: typed(random, written, phenomenon),
    birthDate: !dated
      ? null
      : phenomenon === 'birth-date'
        ? wrongDate(random, person.birthDate).date
        : person.birthDate,
    age: aged ? year - person.birthYear + Math.floor(random.next() * 5) - 2 : null,
    area: dated && known < 0.5 ? null : place,
    phenomenon,
    nameAlone: !dated && !aged,
  }
}

function queryName(random: Random, person: TruePerson, phenomenon: GoldQuery['phenomenon']): WrittenName | null {
  if (phenomenon === 'birth-date') return unaccented(fullName(person, false))
  if (phenomenon === 'accents') {
    const full = fullName(person, false)
    return isSame(unaccented(full), full) ? null : full
  }
  const drawn = writtenName(random, person, phenomenon)
  if (drawn === null) return null
  const written = unaccented(drawn)
  const same =
    isSame(written, unaccented(fullName(person, false))) || isSame(written, unaccented(fullName(person, true)))
  return same && phenomenon !== 'exact' ? null : written
}

/** In small letters, in capitals, with the family name and a comma first, or as it should be. */
function typed(random: Random, { given, family }: WrittenName, phenomenon: GoldQuery['phenomenon']): string {
  const way = random.next()
  const line = way > 0.88 && phenomenon !== 'swapped' ? `${family}, ${given}` : `${given} ${family}`
  return way < 0.5 ? line.toLowerCase() : way < 0.6 ? line.toUpperCase() : line
}

function unaccented({ given, family }: WrittenName): WrittenName {
  return { given: withoutAccents(given), family: withoutAccents(family) }
}

/** Counts how many bear a name, about (never too few), in a few megabytes whatever the number of people. */
export class Namesakes {
  readonly #counts = new Uint16Array(1 << 22)

  add(person: TruePerson): void {
    const at = this.#at(person)
    this.#counts[at] = Math.min(60_000, (this.#counts[at] ?? 0) + 1)
  }

  of(person: TruePerson): number {
    return this.#counts[this.#at(person)] ?? 0
  }

  #at({ name }: TruePerson): number {
    let hash = 2_166_136_261
    for (const letter of `${name.given[0] ?? ''} ${name.family}`)
      hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619)
    return (hash ^ (hash >>> 15)) & (this.#counts.length - 1)
  }
}
