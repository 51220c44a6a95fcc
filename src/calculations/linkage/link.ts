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

/** `least` is the weight below which a pair is not told. */
export function createLinker(prepared: Prepared, model: LinkageModel, least: number): Linker {
  const { rows, beliefs, rarities } = prepared
  const { steps } = prepared.comparer
  const width = rows.slots.length
  const { weighOne, atMost, saidTwice } = createWeigher(rows, model.comparisons, beliefs, rarities)
  const odds = oddsBits(model.prior)
  const levels = new Int8Array(width)
  const bounds = new Float64Array(width)
  const weights = new Float64Array(width)
  const candidatesOf = createCandidates(prepared)

  /** The bits of a pair; some number below `least`, as soon as it is known that they are no more. */
  const bitsUnless = (left: number, right: number, least: number): number => {
    let bits = odds
    for (let slot = 0; slot < width; slot++) bits += bounds[slot] = atMost(slot, left, right)
    for (let at = 0; bits >= least && at < steps.length; at++) {
      const step = steps[at]
      if (step === undefined) break
      step.compare(left, right, levels)
      for (const slot of step.slots) {
        const weight = weighOne(slot, levels[slot] ?? NEUTRAL, left, right)
        weights[slot] = weight
        bits += weight - (bounds[slot] ?? 0)
      }
    }
    return bits < least ? bits : bits - saidTwice(weights)
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
