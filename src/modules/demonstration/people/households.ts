import { pick, weightedChoice } from '#calculations/random/choices.ts'
import { chanceDraw, integerDraw, normalDraw } from '#calculations/random/distributions.ts'
import type { Random } from '#calculations/random/random.ts'
import { type CommunityCode, communityOf } from './communities.ts'
import type { Sex } from './names/community-names.ts'
import { marriedFamily, nameBy, type TrueName } from './naming.ts'
import { dateText } from './variants/birth-dates.ts'

/** Somebody who does not exist, as they really are: the truth behind every record of them. */
export interface TruePerson {
  readonly sex: Sex
  readonly community: CommunityCode
  readonly name: TrueName
  /** The family name before marriage, or in one that ended. */
  readonly former?: string
  readonly birthYear: number
  /** `1984-07-03` */
  readonly birthDate: string
}

export type Kinship = 'partner-of' | 'parent-of' | 'sibling-of' | 'relative-of'

export interface Household {
  readonly people: readonly TruePerson[]
  /** Whose kin they are: from the first to the second, by their places in `people`. */
  readonly kin: readonly (readonly [from: number, to: number, kind: Kinship])[]
}

type Shape = 'one' | 'couple' | 'family' | 'lone-parent' | 'shared' | 'three-generations'

const SHAPES = weightedChoice<Shape>([
  ['one', 29],
  ['couple', 25],
  ['family', 26],
  ['lone-parent', 9],
  ['shared', 6],
  ['three-generations', 3],
])
const SHAPES_OF_LARGE_FAMILIES = weightedChoice<Shape>([
  ['one', 13],
  ['couple', 16],
  ['family', 42],
  ['lone-parent', 7],
  ['shared', 6],
  ['three-generations', 16],
])
const LARGE: ReadonlySet<CommunityCode> = new Set([
  'pakistani',
  'bangladeshi',
  'punjabi-sikh',
  'somali',
  'afghan',
  'traveller',
])
/** Where sons are called after their fathers, and how often. */
const FATHERS_NAME: Readonly<Partial<Record<CommunityCode, number>>> = {
  british: 0.035,
  irish: 0.08,
  traveller: 0.3,
  caribbean: 0.06,
  spanish: 0.12,
  italian: 0.05,
  portuguese: 0.06,
}
/** Nobody here was born on 29 February. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const TWINS = 0.016
const MIXED = 0.07

interface Drawing {
  readonly random: Random
  readonly year: number
  readonly people: TruePerson[]
  readonly kin: [number, number, Kinship][]
}

/** Draws a household as it is at the end of the year. `another` draws the community of a partner who is from elsewhere. */
export function drawHousehold(
  random: Random,
  community: CommunityCode,
  another: (random: Random) => CommunityCode,
  year: number,
): Household {
  const drawing: Drawing = { random, year, people: [], kin: [] }
  const shape = (LARGE.has(community) ? SHAPES_OF_LARGE_FAMILIES : SHAPES)(random)
  const partners = chanceDraw(random, MIXED) ? another(random) : community
  if (shape === 'one') addOne(drawing, community)
  else if (shape === 'shared') addShared(drawing, community, another)
  else if (shape === 'couple') addCouple(drawing, community, partners, integerDraw(random, 20, 84))
  else {
    const age = Math.round(Math.min(62, Math.max(19, normalDraw(random, 40, 9))))
    const couple = addCouple(drawing, community, partners, age, shape === 'lone-parent')
    addChildren(drawing, couple, age)
    if (shape === 'three-generations') addGrandparents(drawing, couple)
  }
  return drawing
}

function addOne({ random, year, people }: Drawing, community: CommunityCode): void {
  const sex = sexOf(random)
  const person = somebody(random, community, sex, year - integerDraw(random, 18, 92))
  const before = sex === 'female' && chanceDraw(random, 0.2)
  people.push(before ? { ...person, former: nameBy(random, community, sex, person.birthYear).family } : person)
}

function addShared(drawing: Drawing, community: CommunityCode, another: (random: Random) => CommunityCode): void {
  const { random, year, people } = drawing
  for (let count = integerDraw(random, 3, 6); count > 0; count--) {
    const theirs = chanceDraw(random, 0.5) ? community : another(random)
    people.push(somebody(random, theirs, sexOf(random), year - integerDraw(random, 18, 34)))
  }
}

interface Couple {
  readonly father: TruePerson
  readonly mother: TruePerson
  readonly married: boolean
  /** Their places in the household; those who live elsewhere, or died, have none. */
  readonly at: { readonly father: number | null; readonly mother: number | null }
}

function addCouple(drawing: Drawing, his: CommunityCode, hers: CommunityCode, age: number, alone = false): Couple {
  const { random, year, people, kin } = drawing
  const father = somebody(random, his, 'male', year - Math.max(18, age + integerDraw(random, -3, 7)))
  const single = somebody(random, hers, 'female', year - age)
  const married = chanceDraw(random, age > 55 ? 0.88 : his === 'british' ? 0.55 : 0.8)
  const takes = married && chanceDraw(random, communityOf(hers).taken * (his === hers ? 1 : 0.7))
  const mother = takes
    ? { ...single, name: { ...single.name, family: marriedFamily(his, father.name) }, former: single.name.family }
    : single
  const motherStays = !alone || chanceDraw(random, 0.87)
  const fatherStays = !alone || !motherStays
  const at = {
    father: fatherStays ? people.push(father) - 1 : null,
    mother: motherStays ? people.push(mother) - 1 : null,
  }
  if (at.father !== null && at.mother !== null) kin.push([at.father, at.mother, 'partner-of'])
  return { father, mother, married, at }
}

function addChildren({ random, year, people, kin }: Drawing, couple: Couple, motherAge: number): void {
  const { father, at } = couple
  const most = LARGE.has(father.community) ? 5 : 3
  const wanted = 1 + Math.floor(random.next() * random.next() * most + 0.35)
  const first = people.length
  let age = Math.min(motherAge - 18, Math.round(Math.max(0, normalDraw(random, motherAge - 30, 4))))
  for (let i = 0; i < wanted && age >= 0; i++) {
    const sex = sexOf(random)
    const child = childOf(random, couple, sex, year - age)
    const sons = people.slice(first).some(({ sex: other }) => other === 'male')
    const afterFather = sex === 'male' && !sons && chanceDraw(random, FATHERS_NAME[father.community] ?? 0.004)
    people.push(afterFather ? { ...child, name: calledAfter(child.name, father.name) } : child)
    if (chanceDraw(random, TWINS)) {
      const twin = childOf(random, couple, chanceDraw(random, 0.64) ? sex : sexOf(random), year - age)
      people.push({
        ...twin,
        birthYear: child.birthYear,
        birthDate: child.birthDate,
        name: { ...twin.name, family: child.name.family },
      })
    }
    age -= integerDraw(random, 1, 4)
  }
  for (let child = first; child < people.length; child++) {
    if (at.father !== null) kin.push([at.father, child, 'parent-of'])
    if (at.mother !== null) kin.push([at.mother, child, 'parent-of'])
    for (let other = first; other < child; other++) kin.push([other, child, 'sibling-of'])
  }
}

function addGrandparents({ random, year, people, kin }: Drawing, { father, at }: Couple): void {
  if (at.father === null) return
  const born = father.birthYear - integerDraw(random, 21, 36)
  if (year - born > 95) return
  const sex: Sex = chanceDraw(random, 0.6) ? 'female' : 'male'
  const drawn = somebody(random, father.community, sex, born)
  const name = sex === 'male' ? { ...drawn.name, family: father.name.family } : drawn.name
  const first = at.father
  const old = people.push({ ...drawn, name }) - 1
  kin.push([old, first, 'parent-of'])
  people.forEach((_, i) => {
    if (i !== old && i !== first) kin.push([old, i, 'relative-of'])
  })
}

function childOf(random: Random, couple: Couple, sex: Sex, birthYear: number): TruePerson {
  const { father, mother, married } = couple
  const parents = { father: father.name, mother: mother.name, married }
  return somebody(random, father.community, sex, birthYear, parents)
}

function somebody(
  random: Random,
  community: CommunityCode,
  sex: Sex,
  birthYear: number,
  parents?: { father: TrueName; mother: TrueName; married: boolean },
): TruePerson {
  const name = nameBy(random, community, sex, birthYear, parents)
  const month = integerDraw(random, 1, 12)
  const day = integerDraw(random, 1, DAYS[month - 1] ?? 28)
  return { sex, community, name, birthYear, birthDate: dateText(birthYear, month, day) }
}

function calledAfter(name: TrueName, father: TrueName): TrueName {
  return { ...name, given: [father.given[0] ?? '', ...name.given.slice(1)] }
}

function sexOf(random: Random): Sex {
  return pick(random, ['female', 'male'] as const)
}
