import { logGamma } from '#calculations/probability/gamma.ts'
import { normalQuantile } from '#calculations/probability/normal.ts'
import type { Random } from './random.ts'

/** A number from `low` up to but not including `high`, all alike likely. */
export function uniformDraw(random: Random, low = 0, high = 1): number {
  return low + random.next() * (high - low)
}

/** A whole number from `low` to `high`, both included, all alike likely. */
export function integerDraw(random: Random, low: number, high: number): number {
  return low + Math.floor(random.next() * (high - low + 1))
}

/** True with the given chance (0 to 1). */
export function chanceDraw(random: Random, chance: number): boolean {
  return random.next() < chance
}

/** A number from the normal distribution, one random number each (by its quantile). */
export function normalDraw(random: Random, mean = 0, standardDeviation = 1): number {
  return mean + standardDeviation * normalQuantile(random.next() + 2 ** -33)
}

/** A number from the exponential distribution with the given mean. */
export function exponentialDraw(random: Random, mean: number): number {
  return -mean * Math.log(1 - random.next())
}

/**
 * A number from the gamma distribution of the given shape (above 0), scale 1.
 * Source: G. Marsaglia and W. W. Tsang, ACM Transactions on Mathematical Software 26 (2000) 363-372.
 */
export function gammaDraw(random: Random, shape: number): number {
  if (shape < 1) return gammaDraw(random, shape + 1) * (1 - random.next()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normalDraw(random)
    const v = (1 + c * x) ** 3
    if (v <= 0) continue
    if (Math.log(1 - random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/**
 * A count from the Poisson distribution with the given mean (0 or more). Multiplication below 10; from there
 * W. Hörmann's transformed rejection (PTRS), Insurance: Mathematics and Economics 12 (1993) 39-45.
 */
export function poissonDraw(random: Random, mean: number): number {
  if (mean <= 0) return 0
  if (mean < 10) {
    const limit = Math.exp(-mean)
    let product = random.next()
    let count = 0
    while (product > limit) {
      product *= random.next()
      count++
    }
    return count
  }
  const root = Math.sqrt(mean)
  const b = 0.931 + 2.53 * root
  const a = -0.059 + 0.02483 * b
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
  const vr = 0.9277 - 3.6224 / (b - 2)
  for (;;) {
    const u = random.next() - 0.5
    const v = 1 - random.next()
    const us = 0.5 - Math.abs(u)
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43)
    if (us >= 0.07 && v <= vr) return count
    if (count < 0 || (us < 0.013 && v > us)) continue
    const accept = Math.log((v * inverseAlpha) / (a / (us * us) + b))
    if (accept <= count * Math.log(mean) - mean - logGamma(count + 1)) return count
  }
}

/**
 * A count from the negative binomial distribution by its mean and size: variance = mean + mean² / size. The smaller
 * the size, the more it clumps; drawn as a Poisson count whose mean is itself drawn.
 */
export function negativeBinomialDraw(random: Random, mean: number, size: number): number {
  return mean <= 0 ? 0 : poissonDraw(random, (gammaDraw(random, size) * mean) / size)
}
