import { rateRatio } from '#calculations/rates/rate-ratio.ts'
import { percent } from '#ui/words/numbers.ts'

/** A number of events over so many days. */
export interface Counted {
  readonly count: number
  readonly days: number
}

/** `higher` and `lower` only where chance alone would not do; `no-difference-shown` is not the same as none. */
export interface Change {
  readonly kind: 'higher' | 'lower' | 'no-difference-shown' | 'too-few' | 'not-loaded'
  readonly words: string
}

export const YEAR_BEFORE_NOT_LOADED = 'the year before is not loaded'

/** Below this many events on either side nothing that a person could use can be said. */
const FEWEST = 10

/** How the count differs from that of the same months a year before, in words; `before` null where those are not loaded. */
export function changeFrom(now: Counted, before: Counted | null): Change {
  if (before === null) return { kind: 'not-loaded', words: YEAR_BEFORE_NOT_LOADED }
  if (now.count < FEWEST || before.count < FEWEST) return { kind: 'too-few', words: 'too few to tell' }
  const ratio = rateRatio(
    { count: now.count, personYears: now.days },
    { count: before.count, personYears: before.days },
  )
  if (ratio === undefined) return { kind: 'too-few', words: 'too few to tell' }
  if (ratio.low > 1)
    return {
      kind: 'higher',
      words: `higher by ${percent(ratio.ratio - 1)} (${percent(ratio.low - 1)} to ${percent(ratio.high - 1)})`,
    }
  if (ratio.high < 1)
    return {
      kind: 'lower',
      words: `lower by ${percent(1 - ratio.ratio)} (${percent(1 - ratio.high)} to ${percent(1 - ratio.low)})`,
    }
  return { kind: 'no-difference-shown', words: 'no difference shown' }
}
