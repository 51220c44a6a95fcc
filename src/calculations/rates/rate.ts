import { countInterval, type Interval } from './count-interval.ts'

/** A rate per 1,000 person-years with its interval; person-years are residents times years looked at. */
export type Rate = Interval & {
  readonly count: number
  readonly personYears: number
  readonly perThousand: number
  readonly confidence: number
}

/**
 * Events per 1,000 residents a year, with the interval that chance alone leaves likely (see `countInterval`).
 * Throws RangeError when there are no person-years: a rate over nobody is not a number to show.
 */
export function ratePerThousand(count: number, personYears: number, confidence = 0.95): Rate {
  if (!(personYears > 0)) throw new RangeError(`A rate needs residents, and there are ${personYears} person-years`)
  const interval = countInterval(count, confidence)
  const scale = 1000 / personYears
  return {
    count,
    personYears,
    perThousand: (count * 1000) / personYears,
    low: interval.low * scale,
    high: interval.high * scale,
    confidence,
  }
}
