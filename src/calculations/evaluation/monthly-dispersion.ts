/**
 * How many times more monthly counts vary about their own area's mean than by chance alone, over the areas together
 * and no less than 1. Months before the action only: what it changed is not to count as noise.
 *
 * Pearson's chi-square over its degrees of freedom: P. McCullagh and J. A. Nelder, Generalized linear models (Chapman
 * and Hall, 2nd edition 1989), 4.5. Seasons count as variation, so that it errs to the careful side.
 */
export function monthlyDispersion(areas: readonly (readonly number[])[]): number {
  let [chiSquare, degrees] = [0, 0]
  for (const months of areas) {
    const mean = months.reduce((sum, count) => sum + count, 0) / months.length
    if (!(mean > 0)) continue
    chiSquare += months.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0)
    degrees += months.length - 1
  }
  return degrees === 0 ? 1 : Math.max(1, chiSquare / degrees)
}
