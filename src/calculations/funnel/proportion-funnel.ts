import { binomialQuantile, binomialShareUpTo } from '#calculations/probability/binomial.ts'
import type { FunnelLimits } from './funnel-limits.ts'
import { curveSizes, type Funnel, type FunnelPlace, meanSquare, sideOf } from './funnel-plot.ts'

/** A share by area: `count` of `of`, whole numbers. */
export type ShareArea = { readonly id: string; readonly name: string; readonly count: number; readonly of: number }

/**
 * Between which counts of `of` an area lies by chance, if its true share is `target` (0 to 1): exact binomial limits, both still
 * inside. Less than (1 - confidence) / 2 lies beyond each. Source: D. J. Spiegelhalter, Funnel plots for comparing
 * institutional performance, Statistics in Medicine 24 (2005) 1185-1202, appendix A.1; its interpolation between counts is left
 * out, since with few events it draws a limit through what is still inside.
 */
export function shareLimits(target: number, of: number, confidence: number): FunnelLimits {
  const tail = (1 - confidence) / 2
  return { low: binomialQuantile(tail, of, target), high: binomialQuantile(1 - tail, of, target) }
}

/**
 * Compares shares with that of all areas together, by what chance allows at the size of each; rates in per cent. Limits are not
 * widened: the dispersion says how many times more the areas differ than by chance. Areas of which nothing is known are left
 * out. Throws RangeError where a count is more than what it is of.
 */
export function proportionFunnel(given: readonly ShareArea[]): Funnel {
  const areas = given.filter(({ of }) => of > 0)
  for (const { count, of } of areas)
    if (count > of || count < 0) throw new RangeError(`${count} of ${of} is not a share`)
  const all = areas.reduce((sum, { of }) => sum + of, 0)
  const target = all === 0 ? 0 : areas.reduce((sum, { count }) => sum + count, 0) / all
  const percent = (share: number) => share * 100
  const limitsAt = (of: number, confidence: number): FunnelLimits => {
    const { low, high } = shareLimits(target, of, confidence)
    return { low: percent(low / of), high: percent(high / of) }
  }
  const sizes = [...new Set(curveSizes(areas.map(({ of }) => of)).map((size) => Math.max(1, Math.round(size))))]
  return {
    target: percent(target),
    areas: areas.map(({ id, name, count, of }) => {
      const rate = percent(count / of)
      return { id, name, count, size: of, rate, place: placeOf(target, count, of), side: sideOf(rate, percent(target)) }
    }),
    curve: sizes.map((size) => ({ size, limits95: limitsAt(size, 0.95), limits998: limitsAt(size, 0.998) })),
    dispersion: target === 0 || target === 1 ? 1 : meanSquare(areas.map((area) => scoreOf(target, area))),
    widened: false,
  }
}

/** Where `shareLimits` leaves the count, told from the shares at and below it: two, where four limits would take twenty. */
function placeOf(target: number, count: number, of: number): FunnelPlace {
  const [upTo, below] = [binomialShareUpTo(count, of, target), binomialShareUpTo(count - 1, of, target)]
  const outside = (confidence: number) => {
    const tail = (1 - confidence) / 2
    return upTo < tail || below >= 1 - tail
  }
  return outside(0.998) ? 'outside-998' : outside(0.95) ? 'outside-95' : 'inside'
}

function scoreOf(target: number, { count, of }: ShareArea): number {
  return (count - of * target) / Math.sqrt(of * target * (1 - target))
}
