import { type CivilMonth, daysInMonth, monthsFrom } from '#calculations/calendar/civil-month.ts'
import { gammaShareAbove } from '#calculations/probability/gamma.ts'
import { twoSidedT } from '#calculations/probability/student.ts'
import { type CountFit, type CountRow, dot, fitCounts } from '#calculations/regression/poisson-regression.ts'
import type { RateRatio } from '#calculations/rates/rate-ratio.ts'
import { refused, type Refused } from '#calculations/refusals/refused.ts'
import { FEWEST_BEFORE, type TooFewBefore, tooFewBefore } from './not-evaluable.ts'

export type MonthCount = { readonly month: CivilMonth; readonly count: number }

export type InterruptedSeries = {
  readonly kind: 'estimated'
  /** How many times as high the series was at once when the action began: below 1 it dropped. */
  readonly level: RateRatio
  /** How many times as fast it grew from month to month thereafter as before: below 1 it began to fall, or to rise less. */
  readonly slope: RateRatio
  /** What the model expects of each month, and would have, had nothing begun. */
  readonly months: readonly (MonthCount & { readonly fitted: number; readonly withoutAction: number })[]
  /** Whether a yearly wave was allowed for: only in two years or more. */
  readonly seasons: boolean
  /** How many times more the counts vary than by chance alone; intervals are widened by its root where above 1. */
  readonly dispersion: number
  readonly overdispersed: boolean
  /** How far a month off the line is followed by one off the same way (-1 to 1). Where it `lasts`, intervals are too narrow. */
  readonly carriedOver: { readonly correlation: number; readonly lasts: boolean }
}

export type SeriesRefusal = TooFewBefore | Refused<'gap' | 'too-few-months' | 'unsettled'>

/** [default] */
export const MONTHS_BEFORE = 12
/** [default] */
export const MONTHS_AFTER = 6
const MONTHS_FOR_SEASONS = 24
/** Places in the design below: what the step and the bend are. */
const [STEP, BEND] = [2, 3]

/**
 * What changed in a series of months when an action began in the month `from`: Poisson regression on a line, a step
 * and a bend, days of the month as exposure, and a yearly wave of two harmonics from two years on. Months are given
 * on end, those without events as 0.
 *
 * Sources: A. K. Wagner and others, Journal of Clinical Pharmacy and Therapeutics 27 (2002) 299-309 (segmented
 * regression); J. L. Bernal, S. Cummins and A. Gasparrini, International Journal of Epidemiology 46 (2017) 348-355
 * (counts, seasons, overdispersion). The least months are this project's [default].
 */
export function interruptedSeries(
  series: readonly MonthCount[],
  from: CivilMonth,
  confidence = 0.95,
): InterruptedSeries | SeriesRefusal {
  const at = series.findIndex(({ month }) => month >= from)
  const before = at < 0 ? series.length : at
  const refusal = refuse(series, before)
  if (refusal) return refusal
  const seasons = series.length >= MONTHS_FOR_SEASONS
  const design = series.map(({ month, count }, i): CountRow => {
    const past = i - before
    const wave = seasons ? [1, 2].flatMap((harmonic) => waveOf(i, harmonic)) : []
    // Time from the step in years, so that the columns are of one size.
    return {
      count,
      of: [1, past / 12, Number(past >= 0), Math.max(0, past) / 12, ...wave],
      exposure: daysInMonth(month),
    }
  })
  const fit = fitCounts(design)
  if (!fit)
    return refused('unsettled', 'The counts do not settle a line, a step and a bend: there are too few on one side.')
  const { coefficients, dispersion, degrees } = fit
  const untouched = coefficients.map((value, column) => (column === STEP || column === BEND ? 0 : value))
  return {
    kind: 'estimated',
    level: ratioOf(fit, STEP, 1, confidence),
    slope: ratioOf(fit, BEND, 1 / 12, confidence),
    months: series.map((one, i) => {
      const { of, exposure } = design[i] ?? { of: [], exposure: 0 }
      return { ...one, fitted: fit.fitted[i] ?? 0, withoutAction: exposure * Math.exp(dot(of, untouched)) }
    }),
    seasons,
    dispersion,
    overdispersed: gammaShareAbove(degrees / 2, (dispersion * degrees) / 2) <= 0.05,
    carriedOver: carriedOver(series, fit),
  }
}

function refuse(series: readonly MonthCount[], before: number): SeriesRefusal | undefined {
  const gap = series.find(({ month }, i) => i > 0 && monthsFrom(series[i - 1]?.month ?? month, month) !== 1)
  if (gap)
    return refused('gap', `Months before ${gap.month} are missing or out of order; one without events is given as 0.`)
  if (before < MONTHS_BEFORE || series.length - before < MONTHS_AFTER) {
    const has = `There are ${before} months before and ${series.length - before} after`
    return refused(
      'too-few-months',
      `${has}; ${MONTHS_BEFORE} and ${MONTHS_AFTER} are needed to tell a change from a trend.`,
    )
  }
  const events = series.slice(0, before).reduce((sum, { count }) => sum + count, 0)
  return events < FEWEST_BEFORE ? tooFewBefore(events) : undefined
}

function waveOf(month: number, harmonic: number): [number, number] {
  const angle = (2 * Math.PI * harmonic * month) / 12
  return [Math.sin(angle), Math.cos(angle)]
}

/** `scale`: of how much of a column's unit the ratio speaks. */
function ratioOf(
  { coefficients, covariance, dispersion, degrees }: CountFit,
  column: number,
  scale: number,
  confidence: number,
): RateRatio {
  const value = coefficients[column] ?? 0
  const error = Math.sqrt((covariance[column]?.[column] ?? 0) * Math.max(1, dispersion))
  const reach = twoSidedT(confidence, degrees) * error
  return {
    ratio: Math.exp(value * scale),
    low: Math.exp((value - reach) * scale),
    high: Math.exp((value + reach) * scale),
  }
}

function carriedOver(series: readonly MonthCount[], { fitted }: CountFit): InterruptedSeries['carriedOver'] {
  const off = series.map(({ count }, i) => (count - (fitted[i] ?? 0)) / Math.sqrt(fitted[i] ?? 1))
  const all = dot(off, off)
  const correlation = all === 0 ? 0 : dot(off.slice(1), off.slice(0, -1)) / all
  return { correlation, lasts: correlation > 2 / Math.sqrt(off.length) }
}
