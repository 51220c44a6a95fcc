import { formatMonth } from '#calculations/calendar/civil-month.ts'
import type { ChartPoint, ControlChart as Chart, Signal } from '#calculations/control-chart/control-chart.ts'
import type { ComponentChildren, JSX } from 'preact'
import { BothSizes, type ChartSize, ChartSvg } from './chart-svg.tsx'
import { ChartTable } from './chart-table.tsx'
import { MonthAxis, SideLabels, sideLabels, ValueAxis } from './control-chart-axes.tsx'
import { allPoints, type ControlChartLayout, type Frame, layOut, limitedPoints } from './control-chart-layout.ts'
import { LimitsBand, linePath, ValueLine } from './control-chart-marks.tsx'
import { controlChartWords } from './control-chart-words.ts'
import { Figure } from './figure.tsx'
import { formatNumber, place } from './numbers.ts'
import { LETTER_WIDTH, roomFor } from './text-room.ts'

export type ControlChartProps = {
  /** Unique on the page. */
  id: string
  title: string
  chart: Chart
  /** What the values are: `crimes per 1,000 residents a month`. */
  unit: string
  decimals?: number
  target?: number
  howCounted: ComponentChildren
  headingLevel?: 2 | 3 | 4
}

/** A monthly measure with what chance explains, its numbers as a table, and how it was counted. */
export function ControlChart(props: ControlChartProps): JSX.Element {
  const { id, title, chart, unit, decimals = 1, howCounted, headingLevel } = props
  return (
    <Figure
      id={id}
      title={title}
      words={controlChartWords(chart, decimals)}
      table={<ControlChartTable chart={chart} caption={`${title}: ${unit}`} decimals={decimals} />}
      howCounted={howCounted}
      {...(headingLevel && { headingLevel })}
    >
      <BothSizes draw={(size) => <Drawing {...props} size={size} />} />
    </Figure>
  )
}

function Drawing({ id, title, chart, unit, decimals = 1, target, size }: ControlChartProps & { size: ChartSize }) {
  const wide = size.name === 'wide'
  const height = wide ? 270 : 250
  const labels = sideLabels(chart, decimals, target)
  const highest = Math.max(0, ...labels.map(({ value }) => value), ...allPoints(chart).map(({ value }) => value))
  const frame = {
    left: roomFor([formatNumber(highest, highest < 10 ? 1 : 0)], wide ? 44 : 36),
    right:
      size.width -
      roomFor(
        labels.map(({ words }) => words),
        wide ? 90 : 0,
      ) -
      10,
    top: 30,
    bottom: height - 38,
  }
  const layout = layOut(chart, frame, { target, ticks: 5 })
  const targetAt = target === undefined ? undefined : place(layout.y(target))
  return (
    <ChartSvg
      id={`${id}-${size.name}`}
      title={`${title}: ${unit}`}
      description={controlChartWords(chart, decimals)}
      width={size.width}
      height={height}
    >
      <text class="chart-unit" x={0} y={12}>
        {unit}
      </text>
      <ValueAxis layout={layout} frame={frame} />
      <LimitsBand chart={chart} layout={layout} />
      {targetAt !== undefined && (
        <line class="chart-target" x1={frame.left} x2={frame.right} y1={targetAt} y2={targetAt} />
      )}
      {chart.kind === 'chart' && <ValueLine chart={chart} layout={layout} />}
      <Runs chart={chart} layout={layout} frame={frame} wide={wide} />
      <Points chart={chart} layout={layout} />
      <MonthAxis layout={layout} frame={frame} wide={wide} />
      <SideLabels labels={labels} layout={layout} frame={frame} />
    </ChartSvg>
  )
}

type MarksProps = { chart: Chart; layout: ControlChartLayout }

function Points({ chart, layout }: MarksProps) {
  const points = allPoints(chart)
  const latest = points.at(-1)
  const at = (month: Parameters<typeof layout.x>[0], value: number) => ({
    cx: place(layout.x(month)),
    cy: place(layout.y(value)),
  })
  return (
    <>
      {points.map(({ month, value }) => (
        <circle class="chart-dot" {...at(month, value)} r={2.4} key={month} />
      ))}
      {limitedPoints(chart)
        .filter(({ outside }) => outside)
        .map(({ month, value }) => (
          <circle class="chart-ring" {...at(month, value)} r={5.5} key={month} />
        ))}
      {latest && <circle class="chart-now" {...at(latest.month, latest.value)} r={4.5} />}
    </>
  )
}

/** Eight or more on a side: the line is drawn heavier there, and the latest such run says so. */
function Runs({ chart, layout, frame, wide }: MarksProps & { frame: Frame; wide: boolean }) {
  if (chart.kind !== 'chart') return null
  const runs = chart.signals.filter(({ rule }) => rule === 'eight-on-a-side')
  return (
    <>
      {runs.map(({ months }) => (
        <path class="chart-run" d={linePath(chart.points, months, layout)} key={months[0]} />
      ))}
      {runs.slice(-1).map((run) => (
        <RunLabel run={run} points={chart.points} layout={layout} frame={frame} wide={wide} key="label" />
      ))}
    </>
  )
}

type RunLabelProps = {
  run: Signal
  points: readonly ChartPoint[]
  layout: ControlChartLayout
  frame: Frame
  wide: boolean
}

function RunLabel({ run, points, layout, frame, wide }: RunLabelProps) {
  const within = points.filter(({ month }) => run.months.includes(month))
  const heights = within.map(({ value }) => layout.y(value))
  const xs = within.map(({ month }) => layout.x(month))
  const words = `${run.months.length} ${wide ? 'months on end ' : ''}${run.side} the mean`
  const half = (words.length * LETTER_WIDTH) / 2
  const middle = ((xs[0] ?? 0) + (xs.at(-1) ?? 0)) / 2
  const x = Math.min(frame.right - half, Math.max(frame.left + half, middle))
  const y = run.side === 'above' ? Math.min(...heights) - 12 : Math.max(...heights) + 20
  return (
    <text class="chart-label chart-middle" x={place(x)} y={place(y)}>
      {words}
    </text>
  )
}

function ControlChartTable({ chart, caption, decimals }: { chart: Chart; caption: string; decimals: number }) {
  const limits = new Map(limitedPoints(chart).map((point) => [point.month, point]))
  const rows = allPoints(chart)
    .toReversed()
    .map(({ month, value }) => {
      const point = limits.get(month)
      const name = formatMonth(month)
      if (!point) return [name, formatNumber(value, decimals), '–', '–', chart.kind === 'chart' ? 'before a gap' : '']
      const note = point.outside ? `${point.outside} the limits` : ''
      return [
        name,
        formatNumber(value, decimals),
        formatNumber(point.low, decimals),
        formatNumber(point.high, decimals),
        note,
      ]
    })
  const columns = [
    { heading: 'Month' },
    { heading: 'Value', numeric: true },
    { heading: 'Lower limit', numeric: true },
    { heading: 'Upper limit', numeric: true },
    { heading: 'Note' },
  ]
  return <ChartTable caption={caption} columns={columns} rows={rows} />
}
