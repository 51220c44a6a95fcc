import { type CivilMonth, consecutiveRuns } from '#calculations/calendar/civil-month.ts'
import type { ChartPoint, ControlChart, LimitedPoint } from '#calculations/control-chart/control-chart.ts'
import { area, line } from 'd3-shape'
import type { JSX } from 'preact'
import { allPoints, type ControlChartLayout, limitedPoints } from './control-chart-layout.ts'
import { place } from './numbers.ts'

type MarksProps = { chart: ControlChart; layout: ControlChartLayout }

/** The band between the limits, and the mean through it; nothing before there are twelve months. */
export function LimitsBand({ chart, layout }: MarksProps): JSX.Element | null {
  if (chart.kind !== 'chart') return null
  const band = area<LimitedPoint>()
    .x(({ month }) => layout.x(month))
    .y0(({ low }) => layout.y(low))
    .y1(({ high }) => layout.y(high))
    .digits(1)
  const months = limitedPoints(chart).map(({ month }) => layout.x(month))
  const mean = place(layout.y(chart.mean))
  return (
    <>
      <path class="chart-band" d={band([...chart.points]) ?? ''} />
      <line class="chart-mean" x1={place(months[0] ?? 0)} x2={place(months.at(-1) ?? 0)} y1={mean} y2={mean} />
    </>
  )
}

/** The line through the values, broken wherever a month is missing. */
export function ValueLine({ chart, layout }: MarksProps): JSX.Element {
  const points = allPoints(chart)
  const runs = consecutiveRuns(points.map(({ month }) => month))
  return <path class="chart-line" d={runs.map((months) => linePath(points, months, layout)).join('')} />
}

/** The part of the line over the given months. */
export function linePath(
  points: readonly ChartPoint[],
  months: readonly CivilMonth[],
  layout: ControlChartLayout,
): string {
  const wanted = new Set(months)
  const path = line<ChartPoint>()
    .x(({ month }) => layout.x(month))
    .y(({ value }) => layout.y(value))
    .digits(1)
  return path(points.filter(({ month }) => wanted.has(month))) ?? ''
}
