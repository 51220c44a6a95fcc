import { type CivilMonth, monthsFrom } from '#calculations/calendar/civil-month.ts'
import { scaleLinear } from 'd3-scale'
import type { ControlChartLayout, Frame } from './control-chart-layout.ts'

/** A month of two areas, and what would have been expected in the first had nothing been done. */
export type SeriesMonth = {
  readonly month: CivilMonth
  readonly treated: number
  readonly comparison: number
  readonly expected: number | null
}

/**
 * The comparison drawn at the treated area's height: each month times the ratio of the two before the action, so that their
 * courses can be told apart and their sizes do not matter. Null where either had nothing before.
 */
export function atSameHeight(months: readonly SeriesMonth[], from: CivilMonth): number | null {
  const before = months.filter(({ month }) => month < from)
  const sum = (of: (one: SeriesMonth) => number) => before.reduce((total, one) => total + of(one), 0)
  const [treated, comparison] = [sum((one) => one.treated), sum((one) => one.comparison)]
  return treated === 0 || comparison === 0 ? null : treated / comparison
}

/** Where months and counts fall on the drawing, from nought up. */
export function layOutSeries(months: readonly SeriesMonth[], ratio: number | null, frame: Frame): ControlChartLayout {
  const first = months[0]?.month
  const highest = Math.max(
    1,
    ...months.flatMap(({ treated, comparison, expected }) => [treated, comparison * (ratio ?? 0), expected ?? 0]),
  )
  const x = scaleLinear([0, Math.max(1, months.length - 1)], [frame.left, frame.right])
  const y = scaleLinear([0, highest * 1.06], [frame.bottom, frame.top]).nice(5)
  return {
    months: months.map(({ month }) => month),
    x: (month) => (first === undefined ? frame.left : x(monthsFrom(first, month))),
    y,
    ticks: y.ticks(5),
  }
}
