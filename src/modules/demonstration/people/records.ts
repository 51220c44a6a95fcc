import { chanceDraw } from '#calculations/random/distributions.ts'
import type { Random } from '#calculations/random/random.ts'
import { communityOf } from './communities.ts'
import type { TruePerson } from './households.ts'
import { nameBy } from './naming.ts'
import { dateText, type WrittenDate, wrongDate } from './variants/birth-dates.ts'
import { inCyrillic } from './variants/cyrillic.ts'
import { withoutAccents } from './variants/slips.ts'
import {
  drawPhenomenon,
  fullName,
  isSame,
  lineOf,
  type Phenomenon,
  writtenName,
  type WrittenName,
} from './written-names.ts'

export type NameKind = 'main' | 'alias' | 'former' | 'nickname' | 'other-script'

export interface RecordedName extends WrittenName {
  readonly kind: NameKind
  /** One of its own, given with an alias. */
  readonly birthDate?: string
}

/** Somebody as one record has them. */
export interface PersonRecord {
  readonly names: readonly [RecordedName, ...RecordedName[]]
  readonly birth: WrittenDate | null
  /** What differs from the truth, of the main name and the date. */
  readonly differs: readonly (Phenomenon | 'birth-date' | 'no-birth-date' | 'false-name')[]
}

/** Shares of records; `first` of somebody, and `again` of the same person entered as if they were new. */
const CHANCES = {
  first: { name: 0.13, date: 0.035, noDate: 0.035, falseName: 0 },
  again: { name: 0.62, date: 0.17, noDate: 0.1, falseName: 0.03 },
} as const
const WITH_FURTHER_NAMES = 0.45
const KEYBOARD_WITHOUT_ACCENTS = 0.85

/** How a person is entered. `offends` makes false names likelier. */
export function drawRecord(
  random: Random,
  person: TruePerson,
  which: 'first' | 'again',
  offends: boolean,
): PersonRecord {
  const chances = CHANCES[which]
  if (offends && chanceDraw(random, chances.falseName)) return falseRecord(random, person)
  const plain = fullName(person, chanceDraw(random, WITH_FURTHER_NAMES))
  const phenomenon = chanceDraw(random, chances.name) ? drawPhenomenon(random) : null
  const drawn = phenomenon === null ? null : writtenName(random, person, phenomenon)
  const accents = chanceDraw(random, KEYBOARD_WITHOUT_ACCENTS)
  const main = accents ? unaccented(drawn ?? plain) : (drawn ?? plain)
  const date = random.next()
  const birth =
    date < chances.noDate
      ? null
      : date < chances.noDate + chances.date
        ? wrongDate(random, person.birthDate)
        : ({ date: person.birthDate, precision: 'day' } as const)
  return {
    names: [{ kind: 'main', ...main }, ...furtherNames(random, person, main, offends)],
    birth,
    differs: [
      ...(phenomenon === null || drawn === null ? [] : [phenomenon]),
      ...(birth === null ? ['no-birth-date' as const] : birth.date === person.birthDate ? [] : ['birth-date' as const]),
    ],
  }
}

/** Who gave a name that is not theirs: nothing but their things and their home ties it to them. */
function falseRecord(random: Random, person: TruePerson): PersonRecord {
  const other = nameBy(random, person.community, person.sex, person.birthYear)
  const [given = ''] = other.given
  const year = person.birthYear + Math.floor(random.next() * 5) - 2
  const date = dateText(year, 1 + Math.floor(random.next() * 12), 1 + Math.floor(random.next() * 28))
  return {
    names: [{ kind: 'main', given: withoutAccents(given), family: withoutAccents(other.family) }],
    birth: { date, precision: 'day' },
    differs: ['false-name'],
  }
}

/** What else a record has somebody called by. About four records in ten have something. */
function furtherNames(random: Random, person: TruePerson, main: WrittenName, offends: boolean): RecordedName[] {
  const found: RecordedName[] = []
  const add = (kind: NameKind, written: WrittenName | null, birthDate?: string): void => {
    if (written === null || isSame(written, main) || found.some((name) => isSame(name, written))) return
    found.push(birthDate === undefined ? { kind, ...written } : { kind, ...written, birthDate })
  }
  const by = (phenomenon: Phenomenon): WrittenName | null => {
    const written = writtenName(random, person, phenomenon)
    return written === null ? null : unaccented(written)
  }
  if (person.former !== undefined && chanceDraw(random, 0.8)) add('former', by('former-name'))
  if (chanceDraw(random, offends ? 0.5 : 0.27)) add('nickname', by('nickname'))
  if (chanceDraw(random, 0.8)) add('alias', by('called'))
  if (chanceDraw(random, offends ? 0.45 : 0.28)) add('alias', by(drawPhenomenon(random)))
  if (chanceDraw(random, 0.3)) add('other-script', accented(person))
  if (chanceDraw(random, 0.35)) add('other-script', inOwnScript(person))
  if (offends && chanceDraw(random, 0.12)) {
    const {
      names: [alias],
      birth,
    } = falseRecord(random, person)
    add('alias', alias, chanceDraw(random, 0.6) ? birth?.date : undefined)
  }
  return found
}

function accented(person: TruePerson): WrittenName | null {
  const full = fullName(person, false)
  return withoutAccents(lineOf(full)) === lineOf(full) ? null : full
}

function inOwnScript(person: TruePerson): WrittenName | null {
  if (communityOf(person.community).script !== 'cyrillic') return null
  const { given, family } = fullName(person, false)
  return { given: inCyrillic(given), family: inCyrillic(family) }
}

function unaccented({ given, family }: WrittenName): WrittenName {
  return { given: withoutAccents(given), family: withoutAccents(family) }
}
