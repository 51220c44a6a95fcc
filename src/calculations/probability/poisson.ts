import { gammaShareBelow, logGamma } from './gamma.ts'
import { normalQuantile } from './normal.ts'

/** The chance of exactly `count` events where `mean` are expected. */
export function poissonChance(count: number, mean: number): number {
  if (mean === 0) return count === 0 ? 1 : 0
  return Math.exp(count * Math.log(mean) - mean - logGamma(count + 1))
}

/** The chance of `count` events or fewer where `mean` are expected (0 for a count below 0). */
export function poissonShareUpTo(count: number, mean: number): number {
  return count < 0 ? 0 : 1 - gammaShareBelow(Math.floor(count) + 1, mean)
}

/** The smallest count whose chance of "this many or fewer" is at least `p`. */
export function poissonQuantile(p: number, mean: number): number {
  if (mean === 0) return 0
  const z = normalQuantile(p)
  // A Cornish-Fisher start lands within a count or two; the steps below make it exact.
  let count = Math.max(0, Math.round(mean + z * Math.sqrt(mean) + (z * z - 1) / 6))
  while (count > 0 && poissonShareUpTo(count - 1, mean) >= p) count--
  while (poissonShareUpTo(count, mean) < p) count++
  return count
}
