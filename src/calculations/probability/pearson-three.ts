import { gammaShareAbove } from './gamma.ts'
import { normalShareAbove } from './normal-share.ts'

/** Less lopsided than this a gamma curve and the normal are one within seven digits. */
const STRAIGHT = 1e-4

/**
 * The share above z of a distribution with mean 0, deviation 1 and the given skewness, taken to be a shifted gamma
 * (Pearson's type III; the normal where the skewness is nought).
 *
 * It stands in for the distribution over every reshuffling, whose first three moments are known without one drawn.
 * Source: P. W. Mielke and K. J. Berry, Permutation methods: a distance function approach (Springer, 2001).
 */
export function pearsonThreeShareAbove(z: number, skewness: number): number {
  if (Math.abs(skewness) < STRAIGHT) return normalShareAbove(z)
  if (skewness < 0) return 1 - pearsonThreeShareAbove(-z, -skewness)
  const shape = 4 / skewness ** 2
  return gammaShareAbove(shape, shape + z * Math.sqrt(shape))
}
