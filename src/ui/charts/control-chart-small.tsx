import type { ControlChart } from '#calculations/control-chart/control-chart.ts'
import type { JSX } from 'preact'
import { ChartSvg } from './chart-svg.tsx'
import { LimitsBand, ValueLine } from './control-chart-marks.tsx'
import { allPoints, layOut, limitedPoints } from './control-chart-layout.ts'
import { controlChartWords } from './control-chart-words.ts'
import { place } from './numbers.ts'

type SmallControlChartProps = {
  /** Unique on the page. */
  id: string
  /** What is measured, and where, for those who cannot see it. */
  title: string
  chart: ControlChart
  target?: number
  decimals?: number
}

const WIDTH = 150
const HEIGHT = 34
const FRAME = { left: 5, right: WIDTH - 6, top: 5, bottom: HEIGHT - 5 }

/**
 * A control chart for a table's cell: band = limits, thin line = mean, dashed = target, ring = outside the limits,
 * dot = now. Below twelve months on end only the points, and how many more are wanted.
 */
export function SmallControlChart({ id, title, chart, target, decimals = 1 }: SmallControlChartProps): JSX.Element {
  const layout = layOut(chart, FRAME, { target, ticks: 0 })
  const points = allPoints(chart)
  const latest = points.at(-1)
  return (
    <ChartSvg
      id={id}
      title={title}
      description={controlChartWords(chart, decimals)}
      width={WIDTH}
      height={HEIGHT}
      class="chart-small"
    >
      <LimitsBand chart={chart} layout={layout} />
      {target !== undefined && (
        <line class="chart-target" x1={0} x2={WIDTH} y1={place(layout.y(target))} y2={place(layout.y(target))} />
      )}
      {chart.kind === 'chart' ? (
        <ValueLine chart={chart} layout={layout} />
      ) : (
        points
          .slice(0, -1)
          .map(({ month, value }) => (
            <circle class="chart-dot" cx={place(layout.x(month))} cy={place(layout.y(value))} r={1.6} key={month} />
          ))
      )}
      {limitedPoints(chart)
        .filter(({ outside }) => outside)
        .map(({ month, value }) => (
          <circle class="chart-ring" cx={place(layout.x(month))} cy={place(layout.y(value))} r={3} key={month} />
        ))}
      {latest && (
        <circle class="chart-now" cx={place(layout.x(latest.month))} cy={place(layout.y(latest.value))} r={3.2} />
      )}
    </ChartSvg>
  )
}
