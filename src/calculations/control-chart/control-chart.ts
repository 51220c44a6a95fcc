import type { CivilMonth } from '#calculations/calendar/civil-month.ts'

/** A control chart is drawn from twelve consecutive months on, and never before. */
export const MONTHS_NEEDED = 12

/** One month as it stands on the chart, in the unit of the chart. */
export type ChartPoint = { readonly month: CivilMonth; readonly value: number }

/** A month between its limits; `side` is where it lies outside them, if it does. */
export type LimitedPoint = ChartPoint & {
  readonly low: number
  readonly high: number
  readonly outside: 'above' | 'below' | undefined
}

export type ChartMethod = 'individuals' | 'u' | 'laney-u'

/** Something that chance alone seldom does; which rule, on which side of the mean, in which months on end. */
export type Signal = {
  readonly rule: RunRule
  readonly side: 'above' | 'below'
  readonly months: readonly CivilMonth[]
}

export type RunRule = 'outside-limits' | 'eight-on-a-side'

/**
 * `too-few`: fewer than twelve months on end up to the latest; the points are shown, with words, and no limits.
 * `chart`: the latest run of months on end with mean and limits; `earlier` holds the months before a gap, which
 * the limits do not speak of.
 */
export type ControlChart =
  | { readonly kind: 'too-few'; readonly points: readonly ChartPoint[]; readonly monthsOnEnd: number }
  | {
      readonly kind: 'chart'
      readonly method: ChartMethod
      readonly mean: number
      readonly points: readonly LimitedPoint[]
      readonly earlier: readonly ChartPoint[]
      readonly signals: readonly Signal[]
    }

export type ChartResult = Extract<ControlChart, { kind: 'chart' }>
