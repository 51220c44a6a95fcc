import { type CivilMonth, monthsBetween, monthsFrom } from '#calculations/calendar/civil-month.ts'
import type { ChartPoint, ControlChart, LimitedPoint } from '#calculations/control-chart/control-chart.ts'
import { scaleLinear } from 'd3-scale'

export type Frame = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** Where months and values fall on the drawing; `months` is every month from the first to the last, gaps included. */
export type ControlChartLayout = {
  readonly x: (month: CivilMonth) => number
  readonly y: (value: number) => number
  readonly months: readonly CivilMonth[]
  readonly ticks: readonly number[]
}

/** Lays a control chart out within the frame. `ticks`: about how many values to name on the side, 0 for none. */
export function layOut(
  chart: ControlChart,
  frame: Frame,
  options: { target?: number | undefined; ticks: number },
): ControlChartLayout {
  const points = allPoints(chart)
  const first = points[0]?.month
  const last = points.at(-1)?.month
  const months = first === undefined || last === undefined ? [] : monthsBetween(first, last)
  const x = scaleLinear([0, Math.max(1, months.length - 1)], [frame.left, frame.right])
  const y = scaleLinear(domain(chart, options.target), [frame.bottom, frame.top])
  if (options.ticks > 0) y.nice(options.ticks)
  return {
    months,
    x: (month) => (first === undefined ? frame.left : x(monthsFrom(first, month))),
    y,
    ticks: y.ticks(options.ticks),
  }
}

/** Every month on the chart, those before a gap too, in order. */
export function allPoints(chart: ControlChart): readonly ChartPoint[] {
  return chart.kind === 'chart' ? [...chart.earlier, ...chart.points] : chart.points
}

/** The months that have limits; none before there are twelve. */
export function limitedPoints(chart: ControlChart): readonly LimitedPoint[] {
  return chart.kind === 'chart' ? chart.points : []
}

function domain(chart: ControlChart, target: number | undefined): [number, number] {
  const values = [
    ...allPoints(chart).map(({ value }) => value),
    ...limitedPoints(chart).flatMap(({ low, high }) => [low, high]),
    ...(target === undefined ? [] : [target]),
  ]
  const low = Math.min(...values, Infinity)
  const high = Math.max(...values, -Infinity)
  if (low > high) return [0, 1]
  const room = (high - low || Math.abs(high) || 1) * 0.06
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room]
}
