import { formatMonthShort } from '#calculations/calendar/civil-month.ts'
import type { ControlChart } from '#calculations/control-chart/control-chart.ts'
import type { JSX } from 'preact'
import { allPoints, type ControlChartLayout, type Frame } from './control-chart-layout.ts'
import { decimalsFor, formatNumber, place } from './numbers.ts'
import { spreadLabels } from './spread-labels.ts'
import { LETTER_WIDTH } from './text-room.ts'

type AxisProps = { layout: ControlChartLayout; frame: Frame }

/** Values on the left, a hairline across at each. */
export function ValueAxis({ layout, frame }: AxisProps): JSX.Element {
  const decimals = decimalsFor(layout.ticks)
  return (
    <>
      {layout.ticks.map((tick) => {
        const y = place(layout.y(tick))
        return (
          <g key={tick}>
            <line class="chart-grid" x1={frame.left} x2={frame.right} y1={y} y2={y} />
            <text class="chart-tick chart-end" x={frame.left - 7} y={y + 4}>
              {formatNumber(tick, decimals)}
            </text>
          </g>
        )
      })}
    </>
  )
}

/** From the middle of one year to that of the next, so that "2023" and "2024" do not read as one number. */
const YEAR_ROOM = 4 * LETTER_WIDTH + 14

/** Months below: each quarter on a wide chart, each half year on a narrow one, the year under its first. */
export function MonthAxis({ layout, frame, wide }: AxisProps & { wide: boolean }): JSX.Element {
  const every = (layout.months.length > 48 ? 12 : layout.months.length > 24 ? 6 : 3) * (wide ? 1 : 2)
  const named = layout.months.filter((month, i) => i === 0 || (Number(month.slice(5)) - 1) % Math.min(12, every) === 0)
  const spaced = named.filter((month, i) => {
    const next = named[i + 1]
    return i > 0 || next === undefined || layout.x(next) - layout.x(month) >= YEAR_ROOM
  })
  let year = ''
  return (
    <>
      {spaced.map((month) => {
        const [name = '', named = ''] = formatMonthShort(month).split(' ')
        const newYear = named !== year
        year = named
        const x = place(layout.x(month))
        return (
          <g key={month}>
            <line class="chart-axis" x1={x} x2={x} y1={frame.bottom} y2={frame.bottom + 5} />
            <text class="chart-tick chart-middle" x={x} y={frame.bottom + 18}>
              {name}
            </text>
            {newYear && (
              <text class="chart-tick chart-middle" x={x} y={frame.bottom + 32}>
                {named}
              </text>
            )}
          </g>
        )
      })}
      <line class="chart-axis" x1={frame.left} x2={frame.right} y1={frame.bottom} y2={frame.bottom} />
    </>
  )
}

/** A line's name and value, at the height where the line ends. */
export type SideLabel = { readonly value: number; readonly words: string; readonly class: string }

/** What each line of the chart is. */
export function sideLabels(chart: ControlChart, decimals: number, target: number | undefined): SideLabel[] {
  const latest = allPoints(chart).at(-1)
  const limits = chart.kind === 'chart' ? chart.points.at(-1) : undefined
  const labels: SideLabel[] = []
  const add = (value: number | undefined, words: string, name: string) => {
    if (value === undefined) return
    labels.push({ value, words: `${words} ${formatNumber(value, decimals)}`, class: name })
  }
  add(latest?.value, 'now', 'chart-label-now')
  add(limits?.high, 'upper', 'chart-label-soft')
  if (chart.kind === 'chart') add(chart.mean, 'mean', 'chart-label-soft')
  if (limits && limits.low !== 0) add(limits.low, 'lower', 'chart-label-soft')
  add(target, 'target', 'chart-label-target')
  return labels
}

/** The names of the lines at their ends: no legend to look up. */
export function SideLabels({ labels, layout, frame }: AxisProps & { labels: readonly SideLabel[] }): JSX.Element {
  const places = spreadLabels(
    labels.map(({ value }) => layout.y(value) + 4),
    16,
    frame.top,
    frame.bottom,
  )
  return (
    <>
      {labels.map((label, i) => (
        <text class={`chart-label ${label.class}`} x={frame.right + 10} y={place(places[i] ?? 0)} key={label.words}>
          {label.words}
        </text>
      ))}
    </>
  )
}
