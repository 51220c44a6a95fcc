import { scaleLinear } from 'd3-scale'
import type { ComponentChildren, JSX } from 'preact'
import { BothSizes, type ChartSize, ChartSvg } from './chart-svg.tsx'
import { ChartTable } from './chart-table.tsx'
import { Figure } from './figure.tsx'
import { formatNumber, place } from './numbers.ts'
import { shorten } from './shorten.ts'
import { roomFor } from './text-room.ts'

/** `count` undefined: not to be shown; `words` then stand in its place ("fewer than 5"). */
export type Bar = {
  readonly label: string
  readonly count: number | undefined
  readonly words?: string
  readonly here?: boolean
}

export type BarsProps = {
  /** Unique on the page. */
  id: string
  title: string
  words: ComponentChildren
  /** What is counted: `crimes`. */
  unit: string
  /** Heading of the first column: `Type`. */
  of: string
  bars: readonly Bar[]
  howCounted: ComponentChildren
  headingLevel?: 2 | 3 | 4
}

/** Counts as bars from nought, in the order given. Rates have intervals, and go on an `IntervalChart`. */
export function Bars(props: BarsProps): JSX.Element {
  const { id, title, words, unit, of, bars, howCounted, headingLevel } = props
  return (
    <Figure
      id={id}
      title={title}
      words={words}
      table={
        <ChartTable
          caption={`${title}: ${unit}`}
          columns={[{ heading: of }, { heading: 'Count', numeric: true }]}
          rows={bars.map((bar) => [bar.label, countWords(bar)])}
        />
      }
      howCounted={howCounted}
      {...(headingLevel && { headingLevel })}
    >
      <BothSizes draw={(size) => <Drawing {...props} size={size} />} />
    </Figure>
  )
}

function countWords({ count, words }: Bar): string {
  return count === undefined ? (words ?? 'not shown') : formatNumber(count)
}

function Drawing({ id, title, unit, bars, size }: BarsProps & { size: ChartSize }) {
  const wide = size.name === 'wide'
  const rowHeight = wide ? 26 : 40
  const left = wide ? 210 : 0
  const largest = bars.reduce((most, { count }) => Math.max(most, count ?? 0), 1)
  const x = scaleLinear(
    [0, largest],
    [left, size.width - roomFor(bars.filter(({ count }) => count !== undefined).map(countWords), 60)],
  )
  const described = bars.map((bar) => `${bar.label} ${countWords(bar)}`).join('; ')
  return (
    <ChartSvg
      id={`${id}-${size.name}`}
      title={`${title}: ${unit}`}
      description={`${described}.`}
      width={size.width}
      height={bars.length * rowHeight + 4}
    >
      {bars.map((bar, i) => {
        const top = i * rowHeight + (wide ? 5 : 20)
        const end = x(bar.count ?? 0)
        return (
          <g class={bar.here ? 'chart-row-here' : undefined} key={bar.label}>
            <text
              class={wide ? 'chart-label chart-end' : 'chart-label'}
              x={wide ? left - 10 : 0}
              y={wide ? top + 13 : top - 5}
            >
              {shorten(bar.label, wide ? 30 : 44)}
            </text>
            {bar.count !== undefined && (
              <rect class="chart-bar" x={left} y={top} width={place(end - left)} height={wide ? 16 : 14} />
            )}
            <text class="chart-label chart-label-value" x={place(end + 7)} y={top + (wide ? 13 : 12)}>
              {countWords(bar)}
            </text>
          </g>
        )
      })}
      {wide && <line class="chart-axis" x1={left} x2={left} y1={0} y2={bars.length * rowHeight} />}
    </ChartSvg>
  )
}
