import { betaShareBelow } from './beta.ts'

/** P(X <= k) of a binomial of n trials with chance p (Numerical Recipes 6.4, by the beta distribution). n a whole number. */
export function binomialShareUpTo(k: number, n: number, p: number): number {
  if (k < 0) return 0
  if (k >= n) return 1
  return 1 - betaShareBelow(k + 1, n - k, p)
}

/** The smallest count at or below which at least a share `q` of a binomial lies, by halving. */
export function binomialQuantile(q: number, n: number, p: number): number {
  let low = 0
  let high = n
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (binomialShareUpTo(middle, n, p) >= q) high = middle
    else low = middle + 1
  }
  return low
}
