import { betaShareBelow } from './beta.ts'
import { normalQuantile } from './normal.ts'

/** P(X <= k) of a binomial of n trials with chance p (Numerical Recipes 6.4, by the beta distribution). n a whole number. */
export function binomialShareUpTo(k: number, n: number, p: number): number {
  if (k < 0) return 0
  if (k >= n) return 1
  return 1 - betaShareBelow(k + 1, n - k, p)
}

/** The smallest count at or below which at least a share `q` of a binomial lies; `q` over 0 and under 1. */
export function binomialQuantile(q: number, n: number, p: number): number {
  const holds = (count: number) => binomialShareUpTo(count, n, p) >= q
  // From where a normal distribution has it, in steps that double: a share is dear, and so four or so are looked at.
  const start = Math.min(n, Math.max(0, Math.round(n * p + normalQuantile(q) * Math.sqrt(n * p * (1 - p)))))
  let [low, high] = holds(start) ? [0, start] : [start + 1, n]
  const down = high === start
  for (let step = 1; low < high; step *= 2) {
    const at = down ? Math.max(low, high - step) : Math.min(high, low + step - 1)
    const isEnough = holds(at)
    if (isEnough) high = at
    else low = at + 1
    if (isEnough !== down) break
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
