import { normalQuantile } from './normal.ts'

const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 0.000009984369578019572, 1.5056327351493116e-7,
]
const TINY = 1e-300
const CLOSE = 1e-15

/** The natural logarithm of the gamma function for x of 0.5 or more (Lanczos, g = 7, nine terms: about 15 digits). */
export function logGamma(x: number): number {
  const t = x + 6.5
  const sum = LANCZOS.reduce((total, coefficient, i) => total + (i === 0 ? coefficient : coefficient / (x - 1 + i)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

/**
 * The share of a gamma distribution of the given shape (0.5 or more; scale 1) at or below x: the regularised lower
 * incomplete gamma function. Series below shape + 1, continued fraction above (Numerical Recipes 6.2).
 */
export function gammaShareBelow(shape: number, x: number): number {
  if (x <= 0) return 0
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape))
  return x < shape + 1 ? front * series(shape, x) : 1 - front * continuedFraction(shape, x)
}

/**
 * The share of a gamma distribution of the given shape (any above 0; scale 1) above x: right to the far end, where
 * one less the share below would be nought.
 */
export function gammaShareAbove(shape: number, x: number): number {
  if (x <= 0) return 1
  const front = shape * Math.exp(shape * Math.log(x) - x - logGamma(shape + 1))
  return x < shape + 1 ? 1 - front * series(shape, x) : front * continuedFraction(shape, x)
}

function series(shape: number, x: number): number {
  let term = 1 / shape
  let sum = term
  for (let n = 1; term > sum * CLOSE; n++) {
    term *= x / (shape + n)
    sum += term
  }
  return sum
}

function continuedFraction(shape: number, x: number): number {
  let b = x + 1 - shape
  let c = 1 / TINY
  let d = 1 / b
  let h = d
  for (let n = 1; n < 1e6; n++) {
    const a = n * (shape - n)
    b += 2
    d = 1 / nonZero(a * d + b)
    c = nonZero(b + a / c)
    h *= d * c
    if (Math.abs(d * c - 1) < CLOSE) break
  }
  return h
}

function nonZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x
}

/**
 * The value below which a share `p` of a gamma distribution of the given shape (0.5 or more; scale 1) lies. Twice it
 * is the chi-square quantile at 2 x shape degrees of freedom. Wilson and Hilferty's start, then halving: 12 digits.
 */
export function gammaQuantile(shape: number, p: number): number {
  if (p <= 0) return 0
  const cube = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape))
  const start = Math.max(shape * cube ** 3, shape * 1e-3)
  let low = start
  let high = start
  while (gammaShareBelow(shape, low) > p && low > TINY) low /= 1.1
  while (gammaShareBelow(shape, high) < p) high *= 1.1
  for (let step = 0; step < 100 && high - low > high * 1e-13; step++) {
    const middle = (low + high) / 2
    if (gammaShareBelow(shape, middle) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}
