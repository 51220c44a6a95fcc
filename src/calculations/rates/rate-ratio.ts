import { betaQuantile } from '#calculations/probability/beta.ts'

/** Events seen, and the person-years over which they were. */
export type Exposed = { readonly count: number; readonly personYears: number }

/** How many times the second rate the first is. `high` is Infinity where the second has no events. */
export type RateRatio = { readonly ratio: number; readonly low: number; readonly high: number }

/**
 * The first rate over the second, with its exact interval. Undefined where neither has an event.
 *
 * Of all events the first group's are a binomial share, whose exact (Clopper and Pearson) interval turns into one
 * for the ratio: the method of R's poisson.test. Source: H. Sahai and A. Khurshid, Statistics in epidemiology
 * (CRC Press, 1996). Throws RangeError without person-years.
 */
export function rateRatio(first: Exposed, second: Exposed, confidence = 0.95): RateRatio | undefined {
  if (!(first.personYears > 0) || !(second.personYears > 0)) {
    throw new RangeError('A ratio of rates needs residents on both sides')
  }
  if (first.count + second.count === 0) return undefined
  const tail = (1 - confidence) / 2
  const scale = second.personYears / first.personYears
  const low = first.count === 0 ? 0 : betaQuantile(first.count, second.count + 1, tail)
  const high = second.count === 0 ? 1 : betaQuantile(first.count + 1, second.count, 1 - tail)
  return {
    ratio: (first.count / second.count) * scale,
    low: (low / (1 - low)) * scale,
    high: (high / (1 - high)) * scale,
  }
}
