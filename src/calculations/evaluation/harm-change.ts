import { twoSidedZ } from '#calculations/probability/normal.ts'
import type { RateRatio } from '#calculations/rates/rate-ratio.ts'
import { refused, type Refused } from '#calculations/refusals/refused.ts'
import { FEWEST_BEFORE, type NoComparison, noComparison, type TooFewBefore, tooFewBefore } from './not-evaluable.ts'

/** Counts by offence code. */
export type OffenceCounts = ReadonlyMap<string, number>
export type OffencesBeforeAfter = { readonly before: OffenceCounts; readonly after: OffenceCounts }

export type HarmTotal = {
  /** In the unit of the weights: days of imprisonment, for the Cambridge index. */
  readonly harm: number
  readonly events: number
  /** The offence with the most of it, and its share: one grave offence can be the whole. */
  readonly heaviest: { readonly code: string; readonly share: number } | undefined
}

export type HarmChange = {
  readonly kind: 'estimated'
  readonly treated: { readonly before: HarmTotal; readonly after: HarmTotal }
  readonly comparison: { readonly before: HarmTotal; readonly after: HarmTotal }
  /** As the relative effect of counts: above 1 the treated area did better. */
  readonly effect: RateRatio
  readonly verdict: 'better' | 'worse' | 'not-shown'
  /** Offences without a weight, which are in no total, and how many there were of them. */
  readonly unweighted: ReadonlyMap<string, number>
}

/**
 * How harm changed in the treated area beside the comparison area: the relative effect, of counts times the weight of
 * their offence. Its interval takes each offence's count to vary by chance: the variance of a total is the sum of
 * squared weights times counts.
 *
 * Weights are of one version of the index for both times. Source of the index: L. Sherman, P. W. Neyroud and E.
 * Neyroud, Policing 10 (2016) 171-183 [from knowledge]; the interval: a sum of Poisson counts, delta method.
 */
export function harmChange(
  treated: OffencesBeforeAfter,
  comparison: OffencesBeforeAfter,
  weights: ReadonlyMap<string, number>,
  confidence = 0.95,
): HarmChange | TooFewBefore | NoComparison | Refused<'no-harm'> {
  const all = [treated.before, treated.after, comparison.before, comparison.after]
  const [tb, ta, cb, ca] = all.map((counts) => totalOf(counts, weights))
  if (!tb || !ta || !cb || !ca) throw new RangeError('Four counts are needed')
  if (tb.events < FEWEST_BEFORE) return tooFewBefore(tb.events)
  if (cb.events + ca.events === 0) return noComparison()
  if ([tb, ta, cb, ca].some(({ harm }) => harm === 0)) {
    return refused('no-harm', 'One of the four totals of harm is nought, and none can be set against it.')
  }
  const effect = (tb.harm * ca.harm) / (ta.harm * cb.harm)
  const variance = [tb, ta, cb, ca].reduce((sum, { harm, squares }) => sum + squares / harm ** 2, 0)
  const spread = Math.exp(twoSidedZ(confidence) * Math.sqrt(variance))
  const [low, high] = [effect / spread, effect * spread]
  const unweighted = new Map<string, number>()
  for (const counts of all) {
    for (const [code, count] of counts) {
      if (!weights.has(code) && count > 0) unweighted.set(code, (unweighted.get(code) ?? 0) + count)
    }
  }
  return {
    kind: 'estimated',
    treated: { before: shownOf(tb), after: shownOf(ta) },
    comparison: { before: shownOf(cb), after: shownOf(ca) },
    effect: { ratio: effect, low, high },
    verdict: low > 1 ? 'better' : high < 1 ? 'worse' : 'not-shown',
    unweighted,
  }
}

function totalOf(counts: OffenceCounts, weights: ReadonlyMap<string, number>) {
  let [harm, squares, events, most] = [0, 0, 0, 0]
  let heaviest: string | undefined
  for (const [code, count] of counts) {
    const weight = weights.get(code)
    if (weight === undefined) continue
    harm += weight * count
    squares += weight * weight * count
    events += count
    if (weight * count > most) [most, heaviest] = [weight * count, code]
  }
  return { harm, squares, events, most, heaviest }
}

function shownOf({ harm, events, most, heaviest }: ReturnType<typeof totalOf>): HarmTotal {
  return { harm, events, heaviest: heaviest === undefined ? undefined : { code: heaviest, share: most / harm } }
}
