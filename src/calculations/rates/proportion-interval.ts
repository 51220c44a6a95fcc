import { twoSidedZ } from '#calculations/probability/normal.ts'
import type { Interval } from './count-interval.ts'

/**
 * Wilson's interval of a share, from 0 to 1: `count` of `of`. Throws RangeError unless 0 <= count <= of and of > 0.
 * Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209-212, as Public Health England's
 * Technical guide: confidence intervals (2018) takes it for proportions.
 */
export function proportionInterval(count: number, of: number, confidence = 0.95): Interval {
  if (!(of > 0 && count >= 0 && count <= of)) throw new RangeError(`${count} of ${of} is not a share`)
  const z = twoSidedZ(confidence)
  const share = count / of
  const middle = 2 * count + z * z
  const half = z * Math.sqrt(z * z + 4 * count * (1 - share))
  const whole = 2 * (of + z * z)
  // Rounding must not carry an end past the share itself or out of 0 to 1.
  return {
    low: count === 0 ? 0 : Math.min(share, Math.max(0, (middle - half) / whole)),
    high: count === of ? 1 : Math.max(share, Math.min(1, (middle + half) / whole)),
  }
}
