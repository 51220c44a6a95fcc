import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { ControlChart } from '#calculations/control-chart/control-chart.ts'
import { individualsChart } from '#calculations/control-chart/individuals-chart.ts'
import { rateChart } from '#calculations/control-chart/rate-chart.ts'
import type { MeasureUnit } from '#kernel/measures/define.ts'

/** A chart looks back this far. */
export const CHART_MONTHS = 36

export interface ChartedFigure {
  readonly month: CivilMonth
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
}

/**
 * The control chart of the last 36 figures: limits of rates follow the residents and days of each month (Laney u′), those of
 * all else the moving range (XmR), none below nought and none of a share above a hundred. A month without a value is a gap.
 */
export function chartOf(unit: MeasureUnit, figures: readonly ChartedFigure[]): ControlChart {
  const recent = figures.slice(-CHART_MONTHS)
  if (unit === 'per 1,000 people')
    return rateChart(
      recent.flatMap(({ month, numerator, denominator, value }) =>
        value === null || numerator === null || denominator === null
          ? []
          : [{ month, count: numerator, population: denominator }],
      ),
    )
  const chart = individualsChart(
    recent.flatMap(({ month, value }) => (value === null ? [] : [{ month, value }])),
    { lowest: 0 },
  )
  if (unit !== 'per cent' || chart.kind !== 'chart') return chart
  return { ...chart, points: chart.points.map((point) => ({ ...point, high: Math.min(100, point.high) })) }
}
