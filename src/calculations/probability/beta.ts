import { logGamma } from './gamma.ts'

const TINY = 1e-300

/** The share of a beta(a, b) distribution at or below x (Numerical Recipes 6.4). a and b of 0.5 or more. */
export function betaShareBelow(a: number, b: number, x: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2) ? (front * fraction(a, b, x)) / a : 1 - (front * fraction(b, a, 1 - x)) / b
}

function fraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let m = 1; m < 1e6; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return h
}

function nonZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x
}

/** The value below which a share `p` of a beta(a, b) distribution lies, by halving: 12 digits or so. */
export function betaQuantile(a: number, b: number, p: number): number {
  let low = 0
  let high = 1
  for (let step = 0; step < 100 && high - low > high * 1e-13; step++) {
    const middle = (low + high) / 2
    if (betaShareBelow(a, b, middle) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}
