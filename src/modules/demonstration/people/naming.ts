import { pick } from '#calculations/random/choices.ts'
import { chanceDraw } from '#calculations/random/distributions.ts'
import type { Random } from '#calculations/random/random.ts'
import { type CommunityCode, communityOf } from './communities.ts'
import { CHRISTIAN_GIVEN } from './names/african-caribbean.ts'
import { BRITISH_GIVEN, BRITISH_MIDDLE } from './names/british-given.ts'
import { britishSurname } from './names/british-surnames.ts'
import type { Sex } from './names/community-names.ts'
import { ENGLISH_NAMES } from './names/eastern.ts'
import { BANGLADESHI_WOMEN, PAKISTANI_WOMEN } from './names/south-asian.ts'

/** What somebody is really called, as their papers have it. */
export interface TrueName {
  /** In order; the first may be one that nobody uses (`Muhammad`). */
  readonly given: readonly string[]
  readonly family: string
  /** What they are called by, where it is not the first given name: `Kevin` of CHEN Wei. */
  readonly called?: string
}

export interface Parents {
  readonly father: TrueName
  readonly mother: TrueName
  /** Whether the mother has, or the parents share, one name. */
  readonly married: boolean
}

/** A name by the customs of a community. Children have what their parents' names give them. */
export function nameBy(random: Random, code: CommunityCode, sex: Sex, birthYear: number, parents?: Parents): TrueName {
  const { custom, names, british } = communityOf(code)
  const home = names[sex]
  if (custom === 'british') return britishName(random, code, sex, birthYear, parents)
  const given = birthYear >= 1985 && chanceDraw(random, british) ? britishGiven(random, sex, birthYear) : home(random)
  const family = parents?.father.family ?? names.family(random)
  const again = (share: number) => (chanceDraw(random, share) ? [home(random)] : []).filter((name) => name !== given)
  switch (custom) {
    case 'western':
      return { given: [given, ...again(0.35)], family }
    case 'slavic':
      return { given: [given, ...again(0.4)], family: ofSex(family, sex) }
    case 'two-surnames': {
      const second = parents?.mother.family ?? names.family(random)
      return { given: [given, ...again(0.4)], family: `${firstWord(family)} ${firstWord(second)}` }
    }
    case 'portuguese': {
      const second = parents === undefined ? names.family(random) : lastWord(parents.mother.family)
      const particle = chanceDraw(random, 0.3) ? pick(random, ['da ', 'dos ', 'de ']) : ''
      const last = lastWord(family)
      return {
        given: [given, ...again(0.35)],
        family: second !== last && chanceDraw(random, 0.75) ? `${second} ${particle}${last}` : `${particle}${last}`,
      }
    }
    case 'sikh': {
      const singh = sex === 'female' ? 'Kaur' : 'Singh'
      return isSinghOrKaur(family) || (parents === undefined && chanceDraw(random, 0.34))
        ? { given: [given], family: singh }
        : { given: [given, singh], family }
    }
    case 'father-in-the-middle':
      return { given: [given, parents?.father.given[0] ?? names.male(random)], family }
    case 'initial':
      return { given: [given], family: parents?.father.given[0] ?? family }
    case 'muslim-south-asian':
      return muslimName(random, code, sex, given, family, parents)
    case 'three-generations': {
      const father = parents?.father.given[0] ?? names.male(random)
      const grandfather = parents?.father.given[1] ?? names.family(random)
      return { given: [given, father], family: code === 'arab' ? family : grandfather }
    }
    case 'family-first': {
      const two = code === 'cantonese' || chanceDraw(random, 0.72)
      const second = home(random).toLowerCase()
      if (british > 0 && birthYear >= 1985 && BRITISH_LIKE.test(given)) return { given: [given], family }
      const full = two ? (code === 'cantonese' ? `${given} ${home(random)}` : given + second) : given
      return {
        given: full.split(' '),
        family,
        ...(chanceDraw(random, 0.55) ? { called: ENGLISH_NAMES[sex](random) } : {}),
      }
    }
    case 'vietnamese': {
      const middle = sex === 'female' ? 'Thi' : pick(random, ['Van', 'Duc', 'Huu', 'Quoc', 'Minh'])
      return { given: [given, middle], family }
    }
    case 'west-african': {
      const english = CHRISTIAN_GIVEN(random)
      return {
        given: chanceDraw(random, 0.45) ? [english, given] : [given, ...(chanceDraw(random, 0.6) ? [english] : [])],
        family,
      }
    }
    case 'nepali': {
      const middle =
        sex === 'female' ? pick(random, ['Kumari', 'Maya', 'Devi']) : pick(random, ['Bahadur', 'Kumar', 'Prasad'])
      return { given: chanceDraw(random, 0.7) ? [given, middle] : [given], family }
    }
  }
}

/** Romanised syllables are short; a British given name is not. */
const BRITISH_LIKE = /^.{5,}$/

function britishGiven(random: Random, sex: Sex, birthYear: number): string {
  const eras = BRITISH_GIVEN[sex]
  const era = eras.find(({ before }) => birthYear < before) ?? eras.at(-1)
  return era === undefined ? 'Alex' : era.draw(random)
}

function britishName(random: Random, code: CommunityCode, sex: Sex, birthYear: number, parents?: Parents): TrueName {
  const { names } = communityOf(code)
  const own = code === 'caribbean' && chanceDraw(random, 0.75)
  const first = own ? names[sex](random) : britishGiven(random, sex, birthYear)
  const further = random.next()
  const middle = (): string => BRITISH_MIDDLE[sex](random)
  const given = [first, ...(further < 0.16 ? [] : further < 0.84 ? [middle()] : [middle(), middle()])]
  const unique = given.filter((name, i) => given.indexOf(name) === i)
  const fresh = code === 'british' ? britishSurname(random) : names.family(random)
  if (parents === undefined) return { given: unique, family: fresh }
  const { father, mother, married } = parents
  const both = !married && chanceDraw(random, 0.28) && !/[- ]/.test(father.family + mother.family)
  const mothers = !married && chanceDraw(random, 0.25)
  return { given: unique, family: both ? `${mother.family}-${father.family}` : mothers ? mother.family : father.family }
}

function muslimName(
  random: Random,
  code: CommunityCode,
  sex: Sex,
  given: string,
  family: string,
  parents?: Parents,
): TrueName {
  if (sex === 'female') {
    const words = code === 'bangladeshi' ? BANGLADESHI_WOMEN : PAKISTANI_WOMEN
    const traditional = code !== 'afghan' && chanceDraw(random, code === 'bangladeshi' ? 0.7 : 0.42)
    return { given: [given], family: traditional ? words(random) : family }
  }
  const blessed = code !== 'afghan' && given !== 'Mohammed' && chanceDraw(random, 0.3)
  const second = chanceDraw(random, 0.22) ? [communityOf(code).names.male(random)] : []
  // Not every son has his father's last name.
  const last = parents === undefined || chanceDraw(random, 0.72) ? family : communityOf(code).names.family(random)
  return {
    given: [...(blessed ? [code === 'bangladeshi' ? 'Mohammed' : 'Muhammad'] : []), given, ...second],
    family: last,
    ...(blessed ? { called: given } : {}),
  }
}

/** The name of a wife who takes her husband's, in the form for her. */
export function marriedFamily(code: CommunityCode, husband: TrueName): string {
  const { custom } = communityOf(code)
  return custom === 'slavic'
    ? ofSex(husband.family, 'female')
    : custom === 'sikh' && isSinghOrKaur(husband.family)
      ? 'Kaur'
      : husband.family
}

function ofSex(family: string, sex: Sex): string {
  if (sex === 'female') return family.replace(/(sk|ck|dzk)i$/, '$1a').replace(/(ov|ev)$/, '$1a')
  return family.replace(/(sk|ck|dzk)a$/, '$1i').replace(/(ov|ev)a$/, '$1')
}

function isSinghOrKaur(family: string): boolean {
  return family === 'Singh' || family === 'Kaur'
}

function firstWord(text: string): string {
  return text.split(' ')[0] ?? text
}

function lastWord(text: string): string {
  return text.split(' ').at(-1) ?? text
}
