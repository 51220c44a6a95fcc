import type { Displacement } from '#calculations/evaluation/displacement.ts'
import type { Evaluation } from '#calculations/evaluation/evaluation.ts'
import type { HarmChange } from '#calculations/evaluation/harm-change.ts'
import type { InterruptedSeries } from '#calculations/evaluation/interrupted-series.ts'
import type { RelativeEffect } from '#calculations/evaluation/relative-effect.ts'

/** What is found, each said in the same tone: to know that it made no difference is worth as much. */
export const VERDICT_WORDS = {
  better: 'Better than where nothing was done',
  worse: 'Worse than where nothing was done',
  'not-shown': 'No difference is shown',
  refused: 'It cannot be said',
} as const
export type EvaluationVerdict = keyof typeof VERDICT_WORDS

const READINGS = {
  wider: 'The areas around gained more still: what was done spread.',
  shared: 'The areas around shared in the gain.',
  neither: 'The areas around neither gained nor lost.',
  displaced: 'Some of it moved to the areas around, less than was gained.',
  worse: 'More moved to the areas around than was gained.',
} as const satisfies Record<Displacement['reading'], string>

const number = (value: number) => value.toFixed(2)
const range = (of: { readonly low: number; readonly high: number }) => `${number(of.low)} to ${number(of.high)}`

export function verdictOf(effect: Evaluation['effect']): EvaluationVerdict {
  return effect.kind === 'refused' ? 'refused' : effect.verdict
}

/** The effect in a sentence or two. */
export function relativeEffectWords(effect: Evaluation['effect']): string {
  if (effect.kind === 'refused') return effect.words
  const size = `Relative effect ${number(effect.effect)}, 95% interval ${range(effect.interval)}; 1 is no difference.`
  return `${difference(effect)} ${size}${effect.halvesAdded ? ' A count was nought: a half was added to each.' : ''}`
}

function difference({ expected, prevented, verdict }: RelativeEffect): string {
  const would = `Had it gone as elsewhere, about ${Math.round(expected)} would have been expected`
  if (verdict === 'not-shown') return `${would}; the difference is within what chance makes.`
  const count = Math.round(Math.abs(prevented.count))
  return `${would}: ${count} ${prevented.count > 0 ? 'fewer' : 'more'} came.`
}

export function displacementWords(displacement: Evaluation['displacement']): string {
  if (displacement.kind === 'refused') return displacement.words
  const { quotient, reading } = displacement
  return `${READINGS[reading]} Weighted displacement quotient ${number(quotient)}; it has no interval, so it is an indication only.`
}

export function seriesWords(series: Evaluation['series']): string {
  if (series.kind === 'refused') return series.words
  return `${change(series.level, 'It dropped at once', 'It rose at once', 'No change at once is shown')} (level ${number(series.level.ratio)}, 95% interval ${range(series.level)}). ${change(series.slope, 'From month to month it grew less than before', 'From month to month it grew more than before', 'No change of trend is shown')} (slope ${number(series.slope.ratio)}, ${range(series.slope)}).${seriesCaution(series)}`
}

function change(of: { readonly low: number; readonly high: number }, down: string, up: string, none: string): string {
  return of.high < 1 ? down : of.low > 1 ? up : none
}

function seriesCaution({ carriedOver, seasons }: InterruptedSeries): string {
  const lasts = carriedOver.lasts ? ' Months carry over into the next, so these intervals are too narrow.' : ''
  return `${lasts}${seasons ? '' : ' Under two years of months: seasons are not allowed for.'}`
}

/** The change of harm in a sentence, and the offence that it hangs on. */
export function harmWords({ treated, effect, verdict, unweighted }: HarmChange): string {
  const { before, after } = treated
  const most =
    before.heaviest === undefined
      ? ''
      : ` Most of it before: ${before.heaviest.code}, ${percent(before.heaviest.share)}.`
  const left = [...unweighted.values()].reduce((sum, count) => sum + count, 0)
  const without = left === 0 ? '' : ` ${left} crimes without a value are left out.`
  return `${VERDICT_WORDS[verdict]}: ${Math.round(before.harm)} days before, ${Math.round(after.harm)} after; relative effect ${number(effect.ratio)}, 95% interval ${range(effect)}.${most}${without}`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} in a hundred`
}
