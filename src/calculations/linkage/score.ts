import type { Belief } from './settings.ts'
import type { Rows, Slot } from './table.ts'
import { NEUTRAL } from './comparisons.ts'
import { OTHER_NAME, SWAPPED } from './levels/names.ts'

/** What is needed to weigh levels: for each comparison, in the order of the slots. */
export interface Parameters {
  readonly matching: readonly number[]
  readonly others: readonly number[]
  readonly typicalRarity: number
}

/** Levels a comparison may have at most. */
export const WIDEST = 12

export interface Weigher {
  /** Bits of weight for (or, below nought, against) one person; levels from a place on in a longer list. */
  readonly weigh: (levels: Int8Array, from: number, left: number, right: number) => number
  /** The weight of one comparison alone. */
  readonly weighOne: (slot: number, level: number, left: number, right: number) => number
  /**
   * What several things say too much together, to be taken away from the sum of all weights: whoever has the same address has
   * the same postcode, and mostly the family's name and telephone too, so that of these only what speaks loudest for one person
   * counts. `weights` by slot.
   */
  readonly saidTwice: (weights: Float64Array) => number
  /** What the weight of one comparison cannot be above, from the numbers of the values alone. */
  readonly atMost: (slot: number, left: number, right: number) => number
  /** The same of a name that is not told by the other name of the two. */
  readonly straightAtMost: (slot: number, left: number, right: number) => number
  /**
   * What is surely said twice of weights of which some are only what they are at most: where the very same address speaks for one
   * person, no more than the loudest of all that a household has in common.
   */
  readonly boundedTwice: (weights: Float64Array, left: number, right: number) => number
}

/** What those who live together, or next to one another, have in common without being one person. */
const OF_HOME: ReadonlySet<Slot['kind']> = new Set(['address', 'postcode', 'family', 'phone'])

/** Whether it speaks for one person by what a household has in common. */
export function isOfHome(kind: Slot['kind'] | undefined, weight = 0): boolean {
  return kind !== undefined && weight > 0 && OF_HOME.has(kind)
}

/** The kinds of the slots as a home may speak by them: none of addresses themselves, of which it is what they are. */
export function kindsAtHome(slots: readonly Slot[]): readonly Slot['kind'][] {
  const kinds = slots.map(({ kind }) => kind)
  return kinds.includes('given') ? kinds : []
}

/** Where an address speaks for one person, which of all that a household has in common speaks loudest; otherwise -1. */
export function strongestAtHome(kinds: readonly Slot['kind'][], weights: Float64Array): number {
  let strongest = -1
  let most = 0
  let atHome = false
  for (let slot = 0; slot < kinds.length; slot++) {
    const weight = weights[slot] ?? 0
    if (!isOfHome(kinds[slot], weight)) continue
    atHome ||= kinds[slot] === 'address'
    if (weight <= most) continue
    strongest = slot
    most = weight
  }
  return atHome ? strongest : -1
}

function isName(slot: Slot | undefined): boolean {
  return slot?.kind === 'given' || slot?.kind === 'family'
}

/** Weighs pairs of rows by what was learnt. `rarities` are those of the values of each slot. */
export function createWeigher(
  rows: Rows,
  parameters: readonly Parameters[],
  beliefs: readonly Belief[],
  rarities: readonly Float32Array[],
): Weigher {
  const { cells, slots } = rows
  const width = slots.length
  const weights = new Float64Array(width * WIDEST)
  const shares = new Float64Array(width * WIDEST)
  const typical = new Float64Array(width)
  for (const [slot, { matching, others, typicalRarity }] of parameters.entries()) {
    typical[slot] = typicalRarity
    for (const [level, share] of matching.entries()) {
      weights[slot * WIDEST + level] = Math.log2(share / (others[level] ?? 1))
      shares[slot * WIDEST + level] = beliefs[slot]?.rarity[level] ?? 0
    }
  }
  const given = slots.findIndex(({ kind }) => kind === 'given')
  const rarityAt = (slot: number, row: number): number => rarities[slot]?.[cells[row + slot] ?? 0] ?? 0

  /** The name that is there twice is the one of the record that has but one. */
  const crossRarity = (left: number, right: number): number => {
    const alone = (cells[left + given + 1] ?? 0) === 0 || (cells[left + given] ?? 0) === 0 ? left : right
    const id = (cells[alone + given] ?? 0) || (cells[alone + given + 1] ?? 0)
    const asGiven = rarities[given]?.[id] ?? 0
    const asFamily = rarities[given + 1]?.[id] ?? 0
    return asGiven === 0 ? asFamily : asFamily === 0 ? asGiven : Math.min(asGiven, asFamily)
  }

  const weighOne = (slot: number, level: number, left: number, right: number): number => {
    if (level === NEUTRAL) return 0
    const at = slot * WIDEST + level
    const share = shares[at] ?? 0
    const weight = weights[at] ?? 0
    if (share === 0) return weight
    const rarity =
      slot === given && level === OTHER_NAME
        ? crossRarity(left, right)
        : Math.min(rarityAt(slot, left), rarityAt(slot, right))
    return weight + share * (rarity - (typical[slot] ?? 0))
  }
  // The heaviest of all levels but the first: what it weighs without the rarity, and how far that may count. The family name is
  // never told by another, nor are other things; the given name may be, and without that its heaviest is another.
  const highest = new Float64Array(width).fill(-Infinity)
  const steepest = new Float64Array(width)
  let [highestTold, steepestTold] = [-Infinity, 0]
  for (let slot = 0; slot < width; slot++)
    for (let level = 1; level < (parameters[slot]?.matching.length ?? 0); level++) {
      const share = shares[slot * WIDEST + level] ?? 0
      const flat = (weights[slot * WIDEST + level] ?? 0) - share * (typical[slot] ?? 0)
      if (isName(slots[slot]) && (level === SWAPPED || level === OTHER_NAME)) {
        if (slot !== given) continue
        highestTold = Math.max(highestTold, flat)
        steepestTold = Math.max(steepestTold, share)
      } else {
        highest[slot] = Math.max(highest[slot] ?? 0, flat)
        steepest[slot] = Math.max(steepest[slot] ?? 0, share)
      }
    }
  // Looked for when it is first asked for: learning asks for none.
  let rarestName = -1
  const rarest = (): number => {
    if (rarestName < 0)
      for (const slot of [given, given + 1])
        for (const rarity of rarities[slot] ?? []) rarestName = Math.max(rarestName, rarity)
    return rarestName
  }
  /** It lacks a name, or has others, by which the given name may be told: of that value's rarity, whichever it is. */
  const mayBeTold = (row: number): boolean =>
    (cells[row + given] ?? 0) === 0 || (cells[row + given + 1] ?? 0) === 0 || (cells[row + given + 2] ?? 0) !== 0

  const told = kindsAtHome(slots)
  const each = new Float64Array(width)
  const saidTwice = (weights: Float64Array): number => {
    const strongest = strongestAtHome(told, weights)
    if (strongest < 0) return 0
    let sum = 0
    for (let slot = 0; slot < width; slot++)
      if (slot !== strongest && isOfHome(told[slot], weights[slot])) sum += weights[slot] ?? 0
    return sum
  }

  const home = [...told.keys()].filter((slot) => isOfHome(told[slot], 1))
  const addresses = home.filter((slot) => told[slot] === 'address')
  const boundedTwice = (weights: Float64Array, left: number, right: number): number => {
    let atHome = false
    for (const slot of addresses) {
      const id = cells[left + slot] ?? 0
      atHome ||= id !== 0 && id === cells[right + slot] && weighOne(slot, 0, left, right) > 0
    }
    if (!atHome) return 0
    let sum = 0
    let most = 0
    for (const slot of home) {
      const weight = weights[slot] ?? 0
      if (weight > 0) sum += weight
      if (weight > most) most = weight
    }
    return sum - most
  }

  const straightAtMost = (slot: number, left: number, right: number): number => {
    const a = cells[left + slot] ?? 0
    const b = cells[right + slot] ?? 0
    if (a === 0 || b === 0) return 0
    const rarity = Math.min(rarities[slot]?.[a] ?? 0, rarities[slot]?.[b] ?? 0)
    const unlike = (highest[slot] ?? 0) + (steepest[slot] ?? 0) * rarity
    return a === b ? Math.max(unlike, weighOne(slot, 0, left, right)) : unlike
  }

  return {
    weighOne,
    saidTwice,
    boundedTwice,
    straightAtMost,
    atMost: (slot, left, right) => {
      const straight = straightAtMost(slot, left, right)
      if (slot === given) {
        // One name alone may be the other's other name; names among the other names likewise.
        const rarity =
          mayBeTold(left) || mayBeTold(right) ? rarest() : Math.min(rarityAt(slot, left), rarityAt(slot, right))
        return Math.max(0, straight, highestTold + steepestTold * rarity)
      }
      // Where a swap tells of both names, the family name is neutral.
      return slot === given + 1 ? Math.max(0, straight) : straight
    },
    weigh: (levels, from, left, right) => {
      let sum = 0
      for (let slot = 0; slot < width; slot++)
        sum += each[slot] = weighOne(slot, levels[from + slot] ?? NEUTRAL, left, right)
      return sum - saidTwice(each)
    },
  }
}

/** The probability that two records are of one person, from the weight of what they hold and the prior. */
export function probabilityOf(weight: number, prior: number): number {
  return 1 / (1 + 2 ** -(weight + oddsBits(prior)))
}

/** A probability as bits of odds: 0 where it is a half. */
export function oddsBits(probability: number): number {
  return Math.log2(probability / (1 - probability))
}
