import { type CivilMonth, daysInMonth } from '#calculations/calendar/civil-month.ts'
import { type ControlChart, MONTHS_NEEDED } from './control-chart.ts'
import { sideOutside } from './individuals-chart.ts'
import { latestRun } from './latest-run.ts'
import { rateLimits } from './limits.ts'
import { findSignals } from './run-rules.ts'

export type MonthOfRate = { readonly month: CivilMonth; readonly count: number; readonly population: number }

/** An average month has 30.4 days; each month is brought to that length, or February would look calm every year. */
const AVERAGE_MONTH_DAYS = 365.25 / 12

/**
 * The control chart of monthly events per 1,000 residents, months made equally long (30.4 days).
 *
 * Limits follow the population and days of each month (Laney u', or the plain u-chart on request: see `rateLimits`).
 * A month left out is a gap, not a nought. Throws RangeError when a month has no residents.
 */
export function rateChart(months: readonly MonthOfRate[], method: 'u' | 'laney-u' = 'laney-u'): ControlChart {
  const { run, earlier } = latestRun(months.map(asRate))
  if (run.length < MONTHS_NEEDED) {
    return { kind: 'too-few', points: [...earlier, ...run].map(asPoint), monthsOnEnd: run.length }
  }
  const { mean, limits } = rateLimits(run, method)
  const points = run.map((rate, i) => {
    const pair = limits[i] ?? { low: mean, high: mean }
    return { ...asPoint(rate), ...pair, outside: sideOutside(rate.value, pair) }
  })
  return { kind: 'chart', method, mean, points, earlier: earlier.map(asPoint), signals: findSignals(points, mean) }
}

type Rated = { month: CivilMonth; count: number; exposure: number; value: number }

function asRate({ month, count, population }: MonthOfRate): Rated {
  if (!(population > 0)) throw new RangeError(`${month} has no residents to count a rate over`)
  const exposure = (population / 1000) * (daysInMonth(month) / AVERAGE_MONTH_DAYS)
  return { month, count, exposure, value: count / exposure }
}

function asPoint({ month, value }: Rated): { month: CivilMonth; value: number } {
  return { month, value }
}
