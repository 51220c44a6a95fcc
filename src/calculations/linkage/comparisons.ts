import { CODE_LEVELS, codeLevel, createPostcodeLevels, POSTCODE_LEVELS } from './levels/codes.ts'
import { DATE_LEVELS, dateLevel } from './levels/dates.ts'
import { createEmailLevels, EMAIL_LEVELS } from './levels/emails.ts'
import * as names from './levels/names.ts'
import { CATEGORY_LEVELS, createPlaceLevels, PLACE_LEVELS } from './levels/places.ts'
import { rememberPairs, type Lexicon } from './lexicon.ts'
import type { Rows, Slot } from './table.ts'

/** The level of a comparison where one of the two is not known: it says nothing either way. */
export const NEUTRAL = -1

type Compare = (left: number, right: number, levels: Int8Array) => void

/** What is compared at one go, and writes the levels of these slots. */
export interface Step {
  readonly slots: readonly number[]
  /** False where it cannot tell yet: a later step of the same slots does. */
  readonly compare: (left: number, right: number, levels: Int8Array) => boolean
  /** Of these it is known, once the step could tell, that their names are not the other way round, nor stand for one another. */
  readonly straight?: readonly number[]
  /** Whether it costs about as little as to look for how much it can weigh at most. */
  readonly isCheap: boolean
}

export interface Comparer {
  /** Writes the level of each comparison of two rows, given by where they begin in the cells. */
  readonly compare: Compare
  /** The same step by step, the cheapest first, for those who may know enough before the last. */
  readonly steps: readonly Step[]
}

/** Compares rows of a table. What a value holds is looked at once; levels of pairs met lately are remembered. */
export function createComparer({ slots, cells, count }: Rows): Comparer {
  const remembered = slotsFor(count)
  const steps: Step[] = []
  for (const [at, slot] of slots.entries()) {
    if (slot.kind === 'given') {
      const { family, all } = namesComparer(at, slot.lexicon, cells, remembered)
      steps.push(
        { slots: [at + 1], compare: family, straight: [at], isCheap: false },
        { slots: [at, at + 1, at + 2], compare: always(all), isCheap: false },
      )
    } else if (!NAMES.has(slot.kind)) {
      const isCheap = DEAR.indexOf(slot.kind) < DEAR.indexOf('family')
      steps.push({ slots: [at], compare: always(oneComparer(at, slot, cells, remembered)), isCheap })
    }
  }
  const whole = steps.filter(({ slots: [first = 0] }) => slots[first]?.kind !== 'family')
  const kindOf = (step: Step) => slots[step.slots[0] ?? 0]?.kind ?? 'given'
  steps.sort((a, b) => DEAR.indexOf(kindOf(a)) - DEAR.indexOf(kindOf(b)))
  return {
    steps,
    compare: (left, right, levels) => {
      for (const step of whole) step.compare(left, right, levels)
    },
  }
}

function always(compare: Compare): Step['compare'] {
  return (left, right, levels) => {
    compare(left, right, levels)
    return true
  }
}

function oneComparer(at: number, slot: Slot, cells: Int32Array, size: number): Compare {
  const levelOf = levelWork(slot, size)
  return (left, right, levels) => {
    const a = cells[left + at] ?? 0
    const b = cells[right + at] ?? 0
    levels[at] = a === 0 || b === 0 ? NEUTRAL : levelOf(a, b)
  }
}

/** Kinds from the cheapest to the dearest to compare; those not named come first. */
const DEAR: readonly Slot['kind'][] = [
  'birth',
  'number',
  'identifier',
  'phone',
  'postcode',
  'family',
  'given',
  'email',
  'locality',
  'address',
]

/** How many pairs of values are worth remembering: few for a few records, what the caches of a processor hold for many. */
function slotsFor(count: number): number {
  let size = 64
  while (size < count * 4 && size < 1 << 15) size *= 2
  return size
}

const NAMES: ReadonlySet<string> = new Set(['given', 'family', 'middle', 'full'])

const MIDDLE_LEVELS = ['one of them the same', 'one of them alike', 'different'] as const

export const LEVELS: Readonly<Record<Slot['kind'], readonly string[]>> = {
  given: names.NAME_LEVELS,
  family: names.NAME_LEVELS,
  full: names.NAME_LEVELS,
  middle: MIDDLE_LEVELS,
  birth: DATE_LEVELS,
  sex: CATEGORY_LEVELS,
  category: CATEGORY_LEVELS,
  number: CODE_LEVELS,
  door: CATEGORY_LEVELS,
  phone: CODE_LEVELS,
  identifier: CODE_LEVELS,
  postcode: POSTCODE_LEVELS,
  locality: PLACE_LEVELS,
  address: PLACE_LEVELS,
  email: EMAIL_LEVELS,
}

/** The level of two values of a slot by their numbers, neither being 0. */
function levelWork({ kind, lexicon }: Slot, size: number): (left: number, right: number) => number {
  switch (kind) {
    case 'birth': {
      const dates: number[] = []
      const dateOf = (id: number): number => (dates[id] ??= Number(lexicon.valueOf(id)))
      return (left, right) => dateLevel(dateOf(left), dateOf(right))
    }
    case 'sex':
    case 'category':
    case 'door':
      return (left, right) => (left === right ? 0 : 1)
    case 'number':
    case 'phone':
    case 'identifier':
      return (left, right) => (left === right ? 0 : codeLevel(lexicon.valueOf(left), lexicon.valueOf(right)))
    case 'postcode':
      return createPostcodeLevels(lexicon)
    case 'email':
      return createEmailLevels(lexicon)
    case 'given':
    case 'family':
    case 'full':
    case 'middle':
    case 'locality':
    case 'address': {
      const levelOf = rememberPairs(createPlaceLevels(lexicon), size)
      return (left, right) => (left === right ? 0 : levelOf(left, right))
    }
  }
}

/** Given and family names together, since they may be the other way round, or one of them not known. */
function namesComparer(
  given: number,
  lexicon: Lexicon,
  cells: Int32Array,
  size: number,
): { family: Step['compare']; all: Compare } {
  const { levelOf, isAmong, tokensOf } = names.createNameLevels(lexicon, size * 4)
  const [family, middle] = [given + 1, given + 2]
  const at = (row: number, slot: number) => cells[row + slot] ?? 0
  const level = (a: number, b: number) => (a === 0 || b === 0 ? names.DIFFERENT : levelOf(a, b))
  const middleLevel = (a: number, b: number): number => {
    if (a === 0 || b === 0) return NEUTRAL
    for (const word of tokensOf(a)) if (tokensOf(b).includes(word)) return 0
    return levelOf(a, b) <= names.ALIKE ? 1 : 2
  }

  /** The family name alone, where both have both names and no others, and these are surely not the other way round. */
  const familyAlone: Step['compare'] = (left, right, levels) => {
    const leftGiven = at(left, given)
    const rightGiven = at(right, given)
    const leftFamily = at(left, family)
    const rightFamily = at(right, family)
    if (leftGiven === 0 || rightGiven === 0 || leftFamily === 0 || rightFamily === 0) return false
    if (at(left, middle) + at(right, middle) > 0) return false
    if (levelOf(leftGiven, rightFamily) <= names.NEAR) return false
    levels[family] = levelOf(leftFamily, rightFamily)
    return true
  }

  const all: Compare = (left, right, levels) => {
    const leftGiven = at(left, given)
    const rightGiven = at(right, given)
    const leftFamily = at(left, family)
    const rightFamily = at(right, family)
    let givens = leftGiven === 0 || rightGiven === 0 ? NEUTRAL : levelOf(leftGiven, rightGiven)
    let families = leftFamily === 0 || rightFamily === 0 ? NEUTRAL : levelOf(leftFamily, rightFamily)
    const straight = givens === NEUTRAL ? families : families === NEUTRAL ? givens : Math.max(givens, families)
    if (straight === NEUTRAL || straight > names.NEAR) {
      const oneAlone = leftGiven === 0 || leftFamily === 0 || rightGiven === 0 || rightFamily === 0
      const across = level(leftGiven, rightFamily)
      // Where they are not the other way round by the one, they are not whatever the other says.
      const back = oneAlone || across <= names.NEAR ? level(leftFamily, rightGiven) : names.DIFFERENT
      const poorest = Math.max(across, back)
      const best = Math.min(across, back)
      if (!oneAlone && poorest <= names.NEAR && poorest < straight) {
        givens = names.SWAPPED
        families = NEUTRAL
      } else if (oneAlone && (best <= names.NEAR || best === names.SOME_WORDS)) {
        givens = names.OTHER_NAME
        families = NEUTRAL
      }
    }
    levels[given] = givens
    levels[family] = families
    const leftMiddle = at(left, middle)
    const rightMiddle = at(right, middle)
    levels[middle] = middleLevel(leftMiddle, rightMiddle)
    if (givens < names.ALIKE || givens === names.SWAPPED || leftMiddle + rightMiddle === 0) return
    if (
      (rightMiddle > 0 && leftGiven > 0 && isAmong(leftGiven, rightMiddle)) ||
      (leftMiddle > 0 && rightGiven > 0 && isAmong(rightGiven, leftMiddle))
    )
      levels[given] = names.OTHER_NAME
  }
  return { family: familyAlone, all }
}
