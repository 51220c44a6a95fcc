import type { Prepared } from './prepare.ts'
import { levelShares, pickAgreeing, type Sample } from './sample.ts'
import { createWeigher, oddsBits, type Parameters } from './score.ts'
import type { Lesson } from './settings.ts'
import type { Slot } from './table.ts'

/** Fewer pairs teach nothing, and more nothing further. */
const LEAST_PAIRS = 20
const MOST_PAIRS = 40_000
const ROUNDS = 25

/**
 * Shares of the levels of one person. In each lesson, pairs that agree wholly in what it is about are taken; which of
 * them are of one person is found from the other comparisons by expectation and maximisation. What a lesson is about
 * is not learnt in it, since its pairs were chosen by it. Lessons count by the root of the matches they hold.
 */
export function learnMatching(
  prepared: Prepared,
  candidates: Sample,
  parameters: readonly Parameters[],
): (readonly number[])[] {
  const { slots } = prepared.rows
  const sums = parameters.map(({ matching }) => matching.map(() => 0))
  const totals = parameters.map(() => 0)
  const { lessons, sharedLessons } = prepared.settings
  const haveBirth = slots.some(({ kind }) => kind === 'birth')
  for (const lesson of haveBirth ? lessons : [...lessons, ...sharedLessons]) {
    const about = slotsOf(lesson, slots)
    if (about === undefined) continue
    const taught = pickAgreeing(candidates, slots.length, about, MOST_PAIRS)
    if (taught.count < LEAST_PAIRS) continue
    const { matching, matches } = runLesson(prepared, taught, parameters, about)
    const weight = Math.sqrt(matches)
    for (const [slot, learnt] of matching.entries()) {
      const sum = sums[slot]
      if (sum === undefined || about.includes(slot)) continue
      totals[slot] = (totals[slot] ?? 0) + weight
      for (const [level, share] of learnt.entries()) sum[level] = (sum[level] ?? 0) + share * weight
    }
  }
  return sums.map((sum, slot) => {
    const total = totals[slot] ?? 0
    return total === 0 ? (parameters[slot]?.matching ?? []) : sum.map((share) => share / total)
  })
}

/** The slots a lesson is about; undefined where the records lack one. */
function slotsOf(lesson: Lesson, slots: readonly Slot[]): number[] | undefined {
  const found = lesson.map((kind) => slots.findIndex((slot) => slot.kind === kind))
  return found.includes(-1) ? undefined : found
}

function runLesson(
  { rows, beliefs, rarities, settings }: Prepared,
  taught: Sample,
  from: readonly Parameters[],
  about: readonly number[],
): { matching: readonly (readonly number[])[]; matches: number } {
  const width = rows.slots.length
  const chances = new Float64Array(taught.count)
  let parameters = from
  let share = 0.5
  let matches = 0
  for (let round = 0; round < ROUNDS; round++) {
    const { weigh } = createWeigher(rows, parameters, beliefs, rarities)
    const odds = oddsBits(share)
    matches = 0
    for (let pair = 0; pair < taught.count; pair++) {
      const weight = weigh(taught.levels, pair * width, taught.lefts[pair] ?? 0, taught.rights[pair] ?? 0)
      const chance = 1 / (1 + 2 ** -(weight + odds))
      chances[pair] = chance
      matches += chance
    }
    const before = share
    share = Math.min(0.9999, Math.max(0.0001, matches / taught.count))
    parameters = parameters.map((one, slot) =>
      about.includes(slot)
        ? one
        : {
            ...one,
            matching: levelShares(taught, width, slot, chances, beliefs[slot]?.matching ?? [], settings.beliefPairs),
          },
    )
    if (round > 3 && Math.abs(share - before) < 0.0005) break
  }
  return { matching: parameters.map(({ matching }) => matching), matches }
}
