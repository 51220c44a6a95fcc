import { twoSidedZ } from '#calculations/probability/normal.ts'
import type { Interval } from '#calculations/rates/count-interval.ts'
import { type BeforeAfter, withoutNoughts } from './counts.ts'
import { FEWEST_BEFORE, type NoComparison, noComparison, type TooFewBefore, tooFewBefore } from './not-evaluable.ts'

export type RelativeEffect = {
  readonly kind: 'estimated'
  /** Above 1 the treated area did better than the comparison, below 1 worse. */
  readonly effect: number
  readonly interval: Interval
  /** What the interval shows: nothing where it holds 1. */
  readonly verdict: 'better' | 'worse' | 'not-shown'
  /** What the treated area would have had after, had it gone as the comparison did. */
  readonly expected: number
  /** Expected less what there was, with the ends that the interval gives (below nought: more than expected). */
  readonly prevented: { readonly count: number } & Interval
  readonly halvesAdded: boolean
}

export type EffectOptions = {
  /** How many times more counts vary than by chance alone: see `monthlyDispersion`. */
  readonly dispersion?: number
  readonly confidence?: number
}

/**
 * How the treated area changed beside the comparison area: (Tb x Ca) / (Ta x Cb), with its interval on the scale of
 * the logarithm, exp(ln effect ± 1.96 root(1/Tb + 1/Ta + 1/Cb + 1/Ca)), times the root of the dispersion.
 *
 * All times are of one length (see `refusePeriods`). Source: D. P. Farrington and B. C. Welsh's relative effect size,
 * as in Campbell reviews of crime prevention [from knowledge].
 */
export function relativeEffect(
  treated: BeforeAfter,
  comparison: BeforeAfter,
  { dispersion = 1, confidence = 0.95 }: EffectOptions = {},
): RelativeEffect | TooFewBefore | NoComparison {
  if (treated.before < FEWEST_BEFORE) return tooFewBefore(treated.before)
  if (comparison.before + comparison.after === 0) return noComparison()
  const { cells, halvesAdded } = withoutNoughts([treated, comparison])
  const [t = treated, c = comparison] = cells
  const effect = (t.before * c.after) / (t.after * c.before)
  const variance = 1 / t.before + 1 / t.after + 1 / c.before + 1 / c.after
  const spread = Math.exp(twoSidedZ(confidence) * Math.sqrt(variance * Math.max(1, dispersion)))
  const interval = { low: effect / spread, high: effect * spread }
  return {
    kind: 'estimated',
    effect,
    interval,
    verdict: interval.low > 1 ? 'better' : interval.high < 1 ? 'worse' : 'not-shown',
    expected: t.after * effect,
    prevented: {
      count: t.after * (effect - 1),
      low: t.after * (interval.low - 1),
      high: t.after * (interval.high - 1),
    },
    halvesAdded,
  }
}
