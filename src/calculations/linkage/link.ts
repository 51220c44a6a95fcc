import { createCandidates } from './candidates.ts'
import { NEUTRAL } from './comparisons.ts'
import type { LinkageModel } from './model.ts'
import type { Prepared } from './prepare.ts'
import { createWeigher, oddsBits } from './score.ts'

/** Links a stretch of the records at a time: from a record up to, and not with, another. Each pair comes once. */
export interface Linker {
  /** Weights are bits of odds that the two are one person, the prior in them: 0 is as likely as not. */
  readonly link: (from: number, to: number, take: (left: number, right: number, bits: number) => void) => number
  readonly bitsOf: (left: number, right: number) => number
}

/** So far may sums of the same weights in another order be apart. */
const ROUNDING = 1e-9
const NONE: readonly number[] = []

/** `least` is the weight below which a pair is not told. */
export function createLinker(prepared: Prepared, model: LinkageModel, least: number): Linker {
  const { rows, beliefs, rarities } = prepared
  const { steps } = prepared.comparer
  const width = rows.slots.length
  const { weighOne, atMost, straightAtMost, saidTwice, boundedTwice } = createWeigher(
    rows,
    model.comparisons,
    beliefs,
    rarities,
  )
  const odds = oddsBits(model.prior)
  const levels = new Int8Array(width)
  // By slot, what it weighs; until that is known, what it weighs at most.
  const weights = new Float64Array(width)
  const candidatesOf = createCandidates(prepared)
  const cheap = steps.filter(({ isCheap }) => isCheap)
  const dear = steps.filter(({ isCheap }) => !isCheap)
  const bounded = [...new Set(dear.flatMap(({ slots }) => slots))]

  /** The bits of a pair; some number below `least`, as soon as it is known that they are no more. */
  const bitsUnless = (left: number, right: number, least: number): number => {
    let bits = odds
    for (const { slots, compare } of cheap) {
      compare(left, right, levels)
      for (const slot of slots) bits += weights[slot] = weighOne(slot, levels[slot] ?? NEUTRAL, left, right)
    }
    for (const slot of bounded) bits += weights[slot] = atMost(slot, left, right)
    for (const { slots, compare, straight } of dear) {
      if (bits - boundedTwice(weights, left, right) < least - ROUNDING) return -Infinity
      if (!compare(left, right, levels)) continue
      for (const slot of slots) {
        const weight = weighOne(slot, levels[slot] ?? NEUTRAL, left, right)
        bits += weight - (weights[slot] ?? 0)
        weights[slot] = weight
      }
      for (const slot of straight ?? NONE) {
        const most = straightAtMost(slot, left, right)
        bits += most - (weights[slot] ?? 0)
        weights[slot] = most
      }
    }
    return bits - saidTwice(weights)
  }
  return {
    bitsOf: (left, right) => bitsUnless(left * width, right * width, -Infinity),
    link: (from, to, take) => {
      let compared = 0
      for (let record = from; record < to; record++)
        candidatesOf(record, (other) => {
          compared++
          const bits = bitsUnless(record * width, other * width, least)
          if (bits >= least) take(record, other, bits)
        })
      return compared
    },
  }
}
