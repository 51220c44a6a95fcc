import { pearsonThreeShareAbove } from '#calculations/probability/pearson-three.ts'

/** For each cell the cells summed with it, itself among them, by their place in the list of values. */
export type Neighbourhoods = readonly ArrayLike<number>[]

export type GetisOrd = {
  /** How many deviations each neighbourhood's sum lies above (below nought: under) what it would be by chance. */
  readonly z: Float64Array
  /** The chance of such a sum or a higher one, were the values shuffled over the cells. */
  readonly pAbove: Float64Array
  /** The chance of such a sum or a lower one. */
  readonly pBelow: Float64Array
}

/**
 * Getis and Ord's Gi* with weights of 1. Undefined where all values are alike. A neighbourhood at the edge has fewer
 * cells, and is judged by as many as it has.
 *
 * z: J. K. Ord and A. Getis, Local spatial autocorrelation statistics, Geographical Analysis 27 (1995) 286-306,
 * equation 14. It is not normal where values are few and lopsided, as counts of crime are, and the normal tail finds
 * several times as many hot spots as it says in places without any. So the chances come from a gamma curve through
 * the mean, deviation and skewness that a sum of so many values has over every shuffle. `step` is the least by which
 * values differ (1 for counts): half of it is taken off, since no sum lies between two steps.
 */
export function getisOrd(values: ArrayLike<number>, neighbourhoods: Neighbourhoods, step = 0): GetisOrd | undefined {
  const moments = momentsOf(values)
  if (!(moments.second > 0)) return undefined
  const cells = values.length
  const z = new Float64Array(cells)
  const pAbove = new Float64Array(cells).fill(1)
  const pBelow = new Float64Array(cells).fill(1)
  for (let i = 0; i < cells; i++) {
    const around = neighbourhoods[i] ?? []
    const n = around.length
    let sum = 0
    for (let k = 0; k < n; k++) sum += values[around[k] ?? 0] ?? 0
    // Of a neighbourhood that is everything the sum is always the same: it tells nothing.
    if (n === 0 || n >= cells) continue
    const deviation = Math.sqrt((moments.second * n * (cells - n)) / (cells - 1))
    const skewness = (moments.third * n * (cells - n) * (cells - 2 * n)) / ((cells - 1) * (cells - 2) * deviation ** 3)
    const above = sum - n * moments.mean
    z[i] = above / deviation
    pAbove[i] = pearsonThreeShareAbove((above - step / 2) / deviation, skewness)
    pBelow[i] = pearsonThreeShareAbove(-(above + step / 2) / deviation, -skewness)
  }
  return { z, pAbove, pBelow }
}

/** Mean, and second and third moment about it, over all the cells (divided by their number). */
function momentsOf(values: ArrayLike<number>): { mean: number; second: number; third: number } {
  const n = values.length
  let sum = 0
  for (let i = 0; i < n; i++) sum += values[i] ?? 0
  const mean = sum / n
  let [second, third] = [0, 0]
  for (let i = 0; i < n; i++) {
    const off = (values[i] ?? 0) - mean
    second += off * off
    third += off * off * off
  }
  return { mean, second: second / n, third: third / n }
}
