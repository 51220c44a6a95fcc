import { inverseOf } from './solve.ts'

/** One count with what may explain it: `of` by column of the design; `exposure` scales it (days, residents). */
export type CountRow = { readonly count: number; readonly of: readonly number[]; readonly exposure: number }

export type CountFit = {
  /** By column of the design, on the scale of the logarithm. */
  readonly coefficients: readonly number[]
  /** The same columns' covariance, were counts to vary by chance alone: times `dispersion` where they vary more. */
  readonly covariance: readonly Float64Array[]
  /** What the fit expects of each row. */
  readonly fitted: readonly number[]
  /** Pearson's chi-square over what is left of the rows: about 1 where counts vary by chance alone. */
  readonly dispersion: number
  /** Rows less columns. */
  readonly degrees: number
}

const STEPS = 50
const CLOSE = 1e-10

/**
 * Counts explained by the columns of a design, each multiplying what is expected: Poisson regression with the
 * logarithm as link, by weighted least squares again and again. Undefined where columns say the same, or where the
 * counts do not settle it (none at all on one side of a step).
 *
 * Source: P. McCullagh and J. A. Nelder, Generalized linear models (Chapman and Hall, 2nd edition 1989), 2.5 and
 * 6.2; the dispersion, 9.2.
 */
export function fitCounts(rows: readonly CountRow[]): CountFit | undefined {
  const columns = rows[0]?.of.length ?? 0
  if (rows.length <= columns || columns === 0) return undefined
  let expected = rows.map(({ count }) => Math.max(count, 0.1))
  let deviance = Infinity
  for (let step = 0; step < STEPS; step++) {
    const information = informationOf(rows, expected)
    const inverse = inverseOf(information)
    if (!inverse) return undefined
    const coefficients = multiply(inverse, workingSums(rows, expected))
    expected = rows.map(({ of, exposure }) => exposure * Math.exp(dot(of, coefficients)))
    const now = devianceOf(rows, expected)
    if (!Number.isFinite(now)) return undefined
    if (Math.abs(deviance - now) < CLOSE * (Math.abs(now) + 0.1)) return fitOf(rows, expected, coefficients)
    deviance = now
  }
  return undefined
}

function fitOf(rows: readonly CountRow[], fitted: readonly number[], coefficients: number[]): CountFit | undefined {
  const covariance = inverseOf(informationOf(rows, fitted))
  // A count that is to be nought for certain has a coefficient on its way to nowhere.
  if (!covariance || fitted.some((expected) => expected < 1e-6)) return undefined
  const degrees = rows.length - coefficients.length
  const pearson = rows.reduce((sum, { count }, i) => sum + (count - (fitted[i] ?? 0)) ** 2 / (fitted[i] ?? 1), 0)
  return { coefficients, covariance, fitted, dispersion: pearson / degrees, degrees }
}

function informationOf(rows: readonly CountRow[], expected: readonly number[]): Float64Array[] {
  const columns = rows[0]?.of.length ?? 0
  const information = Array.from({ length: columns }, () => new Float64Array(columns))
  rows.forEach(({ of }, i) => {
    information.forEach((line, a) => {
      const weight = (expected[i] ?? 0) * (of[a] ?? 0)
      for (let b = 0; b < columns; b++) line[b] = (line[b] ?? 0) + weight * (of[b] ?? 0)
    })
  })
  return information
}

/** Each column with the working values: what the logarithm would be, were the count on the tangent. */
function workingSums(rows: readonly CountRow[], expected: readonly number[]): Float64Array {
  const sums = new Float64Array(rows[0]?.of.length ?? 0)
  rows.forEach(({ count, of, exposure }, i) => {
    const mean = expected[i] ?? 0
    const working = mean * Math.log(mean / exposure) + count - mean
    for (let a = 0; a < sums.length; a++) sums[a] = (sums[a] ?? 0) + (of[a] ?? 0) * working
  })
  return sums
}

function devianceOf(rows: readonly CountRow[], expected: readonly number[]): number {
  return rows.reduce((sum, { count }, i) => {
    const mean = expected[i] ?? 0
    return sum + 2 * ((count === 0 ? 0 : count * Math.log(count / mean)) - (count - mean))
  }, 0)
}

function multiply(matrix: readonly Float64Array[], vector: ArrayLike<number>): number[] {
  return matrix.map((line) => dot(line, vector))
}

/** What the two have in common: the sum of their products, place by place. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
