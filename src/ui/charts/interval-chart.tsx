import { scaleLinear } from 'd3-scale'
import type { ComponentChildren, JSX } from 'preact'
import { BothSizes, type ChartSize, ChartSvg } from './chart-svg.tsx'
import { ChartTable } from './chart-table.tsx'
import { Figure } from './figure.tsx'
import { decimalsFor, formatNumber, formatRange, place } from './numbers.ts'
import { shorten } from './shorten.ts'
import { roomFor } from './text-room.ts'

/** One area or effect: its value with the interval; `here` marks the reader's own. */
export type IntervalRow = {
  readonly name: string
  readonly value: number
  readonly low: number
  readonly high: number
  readonly here?: boolean
  readonly href?: string
}

export type IntervalChartProps = {
  /** Unique on the page. */
  id: string
  title: string
  words: ComponentChildren
  /** What the values are: `crimes per 1,000 residents a year`. */
  unit: string
  /** Heading of the first column: `Area`. */
  of: string
  /** Drawn from the highest value down. */
  rows: readonly IntervalRow[]
  /** A line to compare with, such as the rate of all areas together, or 1 for a ratio. */
  reference?: { readonly value: number; readonly label: string }
  decimals?: number
  howCounted: ComponentChildren
  headingLevel?: 2 | 3 | 4
}

/** Values as dots on their intervals, highest first. Intervals that overlap show no sure difference. */
export function IntervalChart(props: IntervalChartProps): JSX.Element {
  const { id, title, words, unit, of, decimals = 1, howCounted, headingLevel } = props
  const rows = props.rows.toSorted((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1))
  const columns = [{ heading: of }, { heading: 'Value', numeric: true }, { heading: '95% interval', numeric: true }]
  return (
    <Figure
      id={id}
      title={title}
      words={words}
      table={
        <ChartTable
          caption={`${title}: ${unit}`}
          columns={columns}
          rows={rows.map(({ name, value, low, high, href, here }) => [
            <>
              {href === undefined ? name : <a href={href}>{name}</a>}
              {here && ' (your area)'}
            </>,
            formatNumber(value, decimals),
            formatRange(low, high, decimals),
          ])}
        />
      }
      howCounted={howCounted}
      {...(headingLevel && { headingLevel })}
    >
      <BothSizes draw={(size) => <Drawing {...props} rows={rows} size={size} />} />
    </Figure>
  )
}

function Drawing({ id, title, unit, rows, reference, decimals = 1, size }: IntervalChartProps & { size: ChartSize }) {
  const wide = size.name === 'wide'
  const rowHeight = wide ? 26 : 42
  const valueRoom = roomFor(
    rows.map((row) => rowWords(row, decimals)),
    120,
  )
  const frame = { left: wide ? 216 : 12, right: size.width - (wide ? valueRoom + 6 : 16), top: 40 }
  const bottom = frame.top + rows.length * rowHeight
  const values = [...rows.flatMap(({ low, high }) => [low, high]), ...(reference ? [reference.value] : [])]
  const [low, high] = values.length === 0 ? [0, 1] : [Math.min(0, ...values), Math.max(...values)]
  const x = scaleLinear([low, high], [frame.left, frame.right]).nice(wide ? 6 : 4)
  const ticks = x.ticks(wide ? 6 : 4)
  const referenceAt = reference && place(x(reference.value))
  // On a phone the words stand above each row's lane, and lines keep to the lanes.
  const upright = (at: number) =>
    wide
      ? `M${place(at)} ${frame.top}V${bottom}`
      : rows.map((_, i) => `M${place(at)} ${frame.top + i * rowHeight + 20}v18`).join('')
  const described = rows.map((row) => `${row.name} ${formatNumber(row.value, decimals)}`).join('; ')
  return (
    <ChartSvg
      id={`${id}-${size.name}`}
      title={`${title}: ${unit}`}
      description={`Highest first: ${described}.`}
      width={size.width}
      height={bottom + 26}
    >
      <text class="chart-unit" x={0} y={12}>
        {unit}
      </text>
      {rows.map(
        ({ here, name }, i) =>
          here && (
            <rect
              class="chart-here"
              x={0}
              y={frame.top + i * rowHeight}
              width={size.width}
              height={rowHeight - (wide ? 0 : 2)}
              rx={3}
              key={name}
            />
          ),
      )}
      {ticks.map((tick) => (
        <g key={tick}>
          <path class="chart-grid" d={upright(x(tick))} />
          <text class="chart-tick chart-middle" x={place(x(tick))} y={bottom + 18}>
            {formatNumber(tick, decimalsFor(ticks))}
          </text>
        </g>
      ))}
      {reference && (
        <>
          <path class="chart-reference" d={`M${referenceAt} ${frame.top - 6}v6${upright(x(reference.value))}`} />
          <text
            class={`chart-label chart-label-soft ${anchorFor(referenceAt ?? 0, frame)}`}
            x={referenceAt}
            y={frame.top - 11}
          >
            {`${reference.label} ${formatNumber(reference.value, decimals)}`}
          </text>
        </>
      )}
      {rows.map((row, i) => (
        <Row
          row={row}
          top={frame.top + i * rowHeight}
          x={x}
          wide={wide}
          size={size}
          decimals={decimals}
          key={row.name}
        />
      ))}
    </ChartSvg>
  )
}

function anchorFor(at: number, { left, right }: { left: number; right: number }): string {
  const share = (at - left) / (right - left)
  return share < 0.25 ? 'chart-start' : share > 0.75 ? 'chart-end' : 'chart-middle'
}

type RowProps = {
  row: IntervalRow
  top: number
  x: (value: number) => number
  wide: boolean
  size: ChartSize
  decimals: number
}

function Row({ row, top, x, wide, size, decimals }: RowProps) {
  const y = top + (wide ? 13 : 29)
  return (
    <g class={row.here ? 'chart-row-here' : undefined}>
      <text class={wide ? 'chart-label chart-end' : 'chart-label'} x={wide ? 206 : 4} y={wide ? y + 4 : top + 15}>
        {shorten(row.name, wide ? 29 : 24)}
      </text>
      <line class="chart-interval" x1={place(x(row.low))} x2={place(x(row.high))} y1={y} y2={y} />
      <circle class="chart-value" cx={place(x(row.value))} cy={y} r={4.5} />
      <text class="chart-label chart-label-value chart-end" x={size.width - 4} y={wide ? y + 4 : top + 15}>
        {rowWords(row, decimals)}
      </text>
    </g>
  )
}

function rowWords({ value, low, high }: IntervalRow, decimals: number): string {
  return `${formatNumber(value, decimals)} (${formatRange(low, high, decimals)})`
}
