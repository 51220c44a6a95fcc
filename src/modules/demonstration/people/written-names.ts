import { pick, weightedChoice } from '#calculations/random/choices.ts'
import { chanceDraw } from '#calculations/random/distributions.ts'
import type { Random } from '#calculations/random/random.ts'
import { communityOf } from './communities.ts'
import type { TruePerson } from './households.ts'
import { cutShort, NICKNAMES } from './variants/nicknames.ts'
import { misheard, mistyped, withoutAccents } from './variants/slips.ts'
import { SPELLINGS } from './variants/spellings.ts'
import { transliterated } from './variants/transliterations.ts'

/** How what is written differs from the name as it is. */
export const PHENOMENA = [
  'exact',
  'nickname',
  'spelling',
  'transliteration',
  'swapped',
  'hyphen',
  'typing',
  'hearing',
  'accents',
  'former-name',
  'second-name',
  'parts-missing',
  'called',
] as const
export type Phenomenon = (typeof PHENOMENA)[number]

export interface WrittenName {
  readonly given: string
  readonly family: string
}

/** How often each is the matter with a record that is not as it should be. */
export const drawPhenomenon: (random: Random) => Phenomenon = weightedChoice([
  ['nickname', 15],
  ['spelling', 13],
  ['transliteration', 14],
  ['swapped', 7],
  ['hyphen', 6],
  ['typing', 17],
  ['hearing', 13],
  ['former-name', 6],
  ['second-name', 4],
  ['parts-missing', 4],
  ['called', 5],
])

/** The name with nothing the matter: all given names, or as most are entered, the first alone. */
export function fullName({ name }: TruePerson, further: boolean): WrittenName {
  return { given: further ? name.given.join(' ') : (name.given[0] ?? ''), family: name.family }
}

/** The name as somebody wrote it who got it wrong, or knew it otherwise, in this way; null where that cannot be with it. */
export function writtenName(random: Random, person: TruePerson, phenomenon: Phenomenon): WrittenName | null {
  const { name, former, community } = person
  const plain = fullName(person, chanceDraw(random, 0.3))
  const first = name.given[0] ?? ''
  switch (phenomenon) {
    case 'exact':
      return plain
    case 'nickname':
      return withGiven(plain, first, petForm(random, first))
    case 'spelling':
      return inOne(random, plain, (word) => oneOf(random, SPELLINGS.get(word)))
    case 'transliteration':
      return inOne(random, plain, (word) => transliterated(random, word, communityOf(community).script))
    case 'swapped':
      return first === '' ? null : { given: plain.family, family: plain.given }
    case 'hyphen':
      return joinedOtherwise(random, plain)
    case 'typing':
      return inOne(random, plain, (word) => mistyped(random, word))
    case 'hearing':
      return inOne(random, plain, (word) => misheard(random, word))
    case 'accents':
      return { given: withoutAccents(plain.given), family: withoutAccents(plain.family) }
    case 'former-name':
      return former === undefined ? null : { ...plain, family: former }
    case 'second-name': {
      const second = name.given[1]
      return second === undefined || second === 'Singh' || second === 'Kaur' ? null : { ...plain, given: second }
    }
    case 'parts-missing': {
      const initials = name.given.map((given) => given.charAt(0)).join(' ')
      return chanceDraw(random, 0.6)
        ? { ...plain, given: initials }
        : { ...plain, given: `${first} ${initials.slice(2)}`.trim() }
    }
    case 'called':
      return name.called === undefined ? null : { ...plain, given: name.called }
  }
}

/** A whole name on one line. */
export function lineOf({ given, family }: WrittenName): string {
  return `${given} ${family}`.trim()
}

export function isSame(a: WrittenName, b: WrittenName): boolean {
  return a.given === b.given && a.family === b.family
}

/** What somebody is called: from the list most of the time, else the name cut short as friends do it. */
function petForm(random: Random, name: string): string | null {
  const listed = NICKNAMES.get(name)
  return listed !== undefined && chanceDraw(random, 0.85) ? pick(random, listed) : cutShort(random, name)
}

function oneOf(random: Random, others: readonly string[] | undefined): string | null {
  return others === undefined ? null : pick(random, others)
}

function withGiven(written: WrittenName, first: string, other: string | null): WrittenName | null {
  return other === null ? null : { ...written, given: written.given.replace(first, other) }
}

/** Changes one word, of the given or of the family name, whichever can be changed. */
function inOne(random: Random, written: WrittenName, change: (word: string) => string | null): WrittenName | null {
  const parts = chanceDraw(random, 0.45) ? (['given', 'family'] as const) : (['family', 'given'] as const)
  for (const part of parts) {
    const words = written[part].split(/(?<=[ -])/)
    const at = Math.floor(random.next() * words.length)
    const word = (words[at] ?? '').replace(/[ -]$/, '')
    const changed = change(word)
    if (changed === null || changed === word || word === '') continue
    return {
      ...written,
      [part]: words
        .with(
          at,
          (words[at] ?? '').replace(word, () => changed),
        )
        .join(''),
    }
  }
  return null
}

/** A name of two parts with one of them, or joined otherwise; Mc, O' and the like with and without their space. */
function joinedOtherwise(random: Random, written: WrittenName): WrittenName | null {
  const { family, given } = written
  const parts = family.split(/[- ]/)
  const [one = '', two = ''] = parts
  if (parts.length === 2 && one.length > 2) {
    const ways = [one, two, `${one} ${two}`, `${two}-${one}`, `${one}-${two}`, one + two.toLowerCase()]
    return {
      ...written,
      family: pick(
        random,
        ways.filter((way) => way !== family),
      ),
    }
  }
  if (parts.length > 2) return { ...written, family: chanceDraw(random, 0.5) ? one : (parts.at(-1) ?? one) }
  if (/^(Mc|Mac)[A-Z]/.test(family)) return { ...written, family: family.replace(/^(Mc|Mac)/, '$1 ') }
  if (/^[OD]'/.test(family)) return { ...written, family: family.replace("'", chanceDraw(random, 0.5) ? '' : ' ') }
  if (/-/.test(given)) return { ...written, given: given.replace('-', chanceDraw(random, 0.5) ? ' ' : '') }
  return null
}
