/** The mean range of two values drawn from a normal distribution with a standard deviation of one (d2 for n = 2). */
const MEAN_RANGE_OF_TWO = 1.128

export type Limits = { readonly low: number; readonly high: number }

/**
 * Mean and limits of single values by their moving range: mean plus and minus three times mean range / 1.128.
 * Source: W. A. Shewhart's individuals chart as in NIST/SEMATECH e-Handbook of statistical methods, 6.3.2.2.
 */
export function individualsLimits(values: readonly number[]): Limits & { mean: number } {
  const mean = meanOf(values)
  const spread = 3 * (meanMovingRange(values) / MEAN_RANGE_OF_TWO)
  return { mean, low: mean - spread, high: mean + spread }
}

/** Events seen, and how much there was in which they could happen (residents times days, say). */
export type Exposed = { readonly count: number; readonly exposure: number }

/**
 * Mean and limits of rates whose exposure changes from month to month, one pair of limits a month, none below nought.
 *
 * `u`: limits as chance alone (Poisson) would set them. `laney-u`: the same, widened or narrowed by how much the
 * months differ beyond chance, which crime nearly always does. Source: D. B. Laney, Improved control charts for
 * attributes, Quality Engineering 14 (2002) 531-537.
 */
export function rateLimits(
  series: readonly Exposed[],
  method: 'u' | 'laney-u',
): { mean: number; sigmaZ: number; limits: Limits[] } {
  const exposure = series.reduce((sum, month) => sum + month.exposure, 0)
  const mean = series.reduce((sum, { count }) => sum + count, 0) / exposure
  const standardErrors = series.map((month) => Math.sqrt(mean / month.exposure))
  const scores = series.map(({ count, exposure: n }, i) => {
    const error = standardErrors[i] ?? 0
    return error === 0 ? 0 : (count / n - mean) / error
  })
  const sigmaZ = method === 'u' ? 1 : meanMovingRange(scores) / MEAN_RANGE_OF_TWO
  const limits = standardErrors.map((error) => ({
    low: Math.max(0, mean - 3 * error * sigmaZ),
    high: mean + 3 * error * sigmaZ,
  }))
  return { mean, sigmaZ, limits }
}

function meanMovingRange(values: readonly number[]): number {
  return meanOf(values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value))))
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
