import { gammaQuantile } from '#calculations/probability/gamma.ts'
import { twoSidedZ } from '#calculations/probability/normal.ts'

/** The lowest and highest value that chance alone leaves likely, both in the unit of what they are about. */
export type Interval = { readonly low: number; readonly high: number }

/** Below this count Byar's method is too rough, and the exact interval is taken (Public Health England's rule). */
const EXACT_BELOW = 10

/**
 * The interval of the number of events expected, given that `count` were seen (a whole number from 0).
 *
 * Exact below ten, Byar's from ten, as England's public health indicators do it. `confidence` is a share: 0.95.
 * Throws RangeError on a count below nought. Source: Public Health England, Technical guide: confidence intervals
 * (2018), appendices 1 and 2.
 */
export function countInterval(count: number, confidence = 0.95): Interval {
  return count < EXACT_BELOW ? exactCountInterval(count, confidence) : byarCountInterval(count, confidence)
}

/** The exact interval of a Poisson count. Source: F. Garwood, Biometrika 28 (1936) 437-442. */
export function exactCountInterval(count: number, confidence = 0.95): Interval {
  checkCount(count)
  const tail = (1 - confidence) / 2
  return {
    low: count === 0 ? 0 : gammaQuantile(count, tail),
    high: gammaQuantile(count + 1, 1 - tail),
  }
}

/**
 * Byar's approximate interval of a Poisson count; its low end is nought where the formula falls below that.
 * Source: N. E. Breslow and N. E. Day, Statistical methods in cancer research II (IARC, 1987), page 69.
 */
export function byarCountInterval(count: number, confidence = 0.95): Interval {
  checkCount(count)
  const z = twoSidedZ(confidence)
  const next = count + 1
  const low = count === 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3
  return { low: Math.max(0, low), high: next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3 }
}

function checkCount(count: number): void {
  if (!(count >= 0)) throw new RangeError(`A count cannot be below nought, and is ${count}`)
}
