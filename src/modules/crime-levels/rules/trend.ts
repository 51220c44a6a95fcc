import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { ControlChart } from '#calculations/control-chart/control-chart.ts'
import { individualsChart } from '#calculations/control-chart/individuals-chart.ts'
import { rateChart } from '#calculations/control-chart/rate-chart.ts'

/** The control chart of a series: by rate where people are known, else by count. Months left out are not loaded. */
export function trendOf(
  series: readonly { readonly month: CivilMonth; readonly count: number }[],
  people: number | null,
): ControlChart {
  if (people === null || people === 0)
    return individualsChart(
      series.map(({ month, count }) => ({ month, value: count })),
      { lowest: 0 },
    )
  return rateChart(series.map((point) => ({ ...point, population: people })))
}
