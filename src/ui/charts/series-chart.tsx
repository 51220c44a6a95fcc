import { type CivilMonth, formatMonth } from '#calculations/calendar/civil-month.ts'
import { line } from 'd3-shape'
import type { ComponentChildren, JSX } from 'preact'
import { BothSizes, type ChartSize, ChartSvg } from './chart-svg.tsx'
import { ChartTable } from './chart-table.tsx'
import { MonthAxis, type SideLabel, SideLabels, ValueAxis } from './control-chart-axes.tsx'
import type { ControlChartLayout, Frame } from './control-chart-layout.ts'
import { Figure } from './figure.tsx'
import { formatNumber, place } from './numbers.ts'
import { atSameHeight, layOutSeries, type SeriesMonth } from './series-chart-layout.ts'
import { LETTER_WIDTH, roomFor } from './text-room.ts'

export type SeriesChartProps = {
  /** Unique on the page. */
  id: string
  title: string
  words: ComponentChildren
  /** The same in plain text, for those who cannot see the drawing. */
  description: string
  /** What is counted: `burglaries a month`. */
  unit: string
  /** Months on end. */
  months: readonly SeriesMonth[]
  /** The first month of the time after, and what began then: `response`. */
  from: CivilMonth
  began: string
  howCounted: ComponentChildren
  headingLevel?: 2 | 3 | 4
}

/** A series of months interrupted by an action, with another beside it, and what would have been expected without it. */
export function SeriesChart(props: SeriesChartProps): JSX.Element {
  const { id, title, words, unit, months, from, howCounted, headingLevel } = props
  const modelled = months.some(({ expected }) => expected !== null)
  const columns = [
    { heading: 'Month' },
    { heading: 'Where it was done', numeric: true },
    { heading: 'Elsewhere', numeric: true },
    ...(modelled ? [{ heading: 'Expected without it', numeric: true }] : []),
    { heading: 'Time' },
  ]
  const rows = months
    .toReversed()
    .map(({ month, treated, comparison, expected }) => [
      formatMonth(month),
      formatNumber(treated),
      formatNumber(comparison),
      ...(modelled ? [expected === null ? '–' : formatNumber(expected, 1)] : []),
      month < from ? 'before' : 'after',
    ])
  return (
    <Figure
      id={id}
      title={title}
      words={words}
      table={<ChartTable caption={`${title}: ${unit}`} columns={columns} rows={rows} />}
      howCounted={howCounted}
      {...(headingLevel && { headingLevel })}
    >
      <BothSizes draw={(size) => <Drawing {...props} size={size} />} />
    </Figure>
  )
}

function Drawing({ id, title, description, unit, months, from, began, size }: SeriesChartProps & { size: ChartSize }) {
  const wide = size.name === 'wide'
  const height = wide ? 280 : 260
  const ratio = atSameHeight(months, from)
  const labels = labelsOf(months, ratio)
  const highest = Math.max(1, ...months.flatMap(({ treated, expected }) => [treated, expected ?? 0]))
  const named = wide ? labels : []
  const frame = {
    left: roomFor([formatNumber(highest)], wide ? 44 : 36),
    right:
      size.width -
      roomFor(
        named.map(({ words }) => words),
        wide ? 90 : 0,
      ) -
      10,
    top: wide ? 44 : 62,
    bottom: height - 38,
  }
  const layout = layOutSeries(months, ratio, frame)
  return (
    <ChartSvg
      id={`${id}-${size.name}`}
      title={`${title}: ${unit}`}
      description={description}
      width={size.width}
      height={height}
    >
      <text class="chart-unit" x={0} y={12}>
        {unit}
      </text>
      {!wide && <NarrowKey labels={labels} />}
      <ValueAxis layout={layout} frame={frame} />
      {ratio !== null && (
        <Line name="chart-beside" layout={layout} points={months.map((one) => [one.month, one.comparison * ratio])} />
      )}
      <Line
        name="chart-expected"
        layout={layout}
        points={months.flatMap(({ month, expected }) =>
          month < from || expected === null ? [] : [[month, expected] as const],
        )}
      />
      <Line name="chart-line" layout={layout} points={months.map((one) => [one.month, one.treated])} />
      {months.map(({ month, treated }) => (
        <circle class="chart-dot" cx={place(layout.x(month))} cy={place(layout.y(treated))} r={2.4} key={month} />
      ))}
      <Interruption layout={layout} frame={frame} from={from} began={began} />
      <MonthAxis layout={layout} frame={frame} wide={wide} />
      <SideLabels labels={named} layout={layout} frame={frame} />
    </ChartSvg>
  )
}

type LineProps = {
  name: string
  layout: ControlChartLayout
  points: readonly (readonly [month: CivilMonth, value: number])[]
}

function Line({ name, layout, points }: LineProps) {
  const path = line<LineProps['points'][number]>()
    .x(([month]) => layout.x(month))
    .y(([, value]) => layout.y(value))
    .digits(1)
  return points.length === 0 ? null : <path class={name} d={path([...points]) ?? ''} />
}

/** An upright line half way between the last month before and the first after. */
function Interruption({
  layout,
  frame,
  from,
  began,
}: {
  layout: ControlChartLayout
  frame: Frame
  from: CivilMonth
  began: string
}) {
  if (!layout.months.includes(from)) return null
  const [first = from, second = from] = layout.months
  const x = place(layout.x(from) - (layout.x(second) - layout.x(first)) / 2)
  const half = (began.length * LETTER_WIDTH) / 2
  const words = Math.min(frame.right - half, Math.max(frame.left + half, x))
  return (
    <>
      <line class="chart-reference" x1={x} x2={x} y1={frame.top - 8} y2={frame.bottom} />
      <text class="chart-label chart-middle" x={place(words)} y={frame.top - 13}>
        {began}
      </text>
    </>
  )
}

/** Each line is named where it ends. */
function labelsOf(months: readonly SeriesMonth[], ratio: number | null): SideLabel[] {
  const last = months.at(-1)
  if (last === undefined) return []
  return [
    { value: last.treated, words: 'where it was done', class: 'chart-label-now' },
    ...(ratio === null ? [] : [{ value: last.comparison * ratio, words: 'elsewhere', class: 'chart-label-soft' }]),
    ...(last.expected === null ? [] : [{ value: last.expected, words: 'without it', class: 'chart-label-target' }]),
  ]
}

const DRAWN: ReadonlyMap<string, string> = new Map([
  ['where it was done', 'Line: there.'],
  ['elsewhere', 'Dashed: elsewhere.'],
  ['without it', 'Dots: without it.'],
])

/** On a phone there is no room at the ends: the lines that are drawn are named above. */
function NarrowKey({ labels }: { labels: readonly SideLabel[] }) {
  return (
    <text class="chart-tick" x={0} y={30}>
      {labels.map(({ words }) => DRAWN.get(words)).join(' ')}
    </text>
  )
}
