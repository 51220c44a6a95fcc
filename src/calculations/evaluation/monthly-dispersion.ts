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

/**
 * How many times more the months of two areas go apart than by chance alone, no less than 1: seasons and whatever else
 * both have in common cancel out, which is what counts where one is set against the other. Months before the action only,
 * as many for both; months without an event in either tell nothing.
 *
 * Pearson's chi-square of the table of areas by months over its degrees of freedom (source as above). Where each area
 * varies more than by chance in its own measure, this is their mean by the share of each, as the effect's variance has it.
 */
export function courseDispersion(one: readonly number[], other: readonly number[]): number {
  const months = one.map((count, i) => [count, other[i] ?? 0] as const).filter(([a, b]) => a + b > 0)
  const [sumOne, sumOther] = [0, 1].map((side) => months.reduce((sum, month) => sum + (month[side] ?? 0), 0))
  if (!sumOne || !sumOther || months.length < 2) return 1
  const share = sumOne / (sumOne + sumOther)
  const chiSquare = months.reduce((sum, [a, b]) => {
    const off = a - (a + b) * share
    return sum + off ** 2 / ((a + b) * share * (1 - share))
  }, 0)
  return Math.max(1, chiSquare / (months.length - 1))
}
