import { type ChartPoint, type ControlChart, MONTHS_NEEDED } from './control-chart.ts'
import { latestRun } from './latest-run.ts'
import { individualsLimits, type Limits } from './limits.ts'
import { findSignals } from './run-rules.ts'

/**
 * The control chart of a monthly value by its moving range (XmR), for measures with no natural denominator.
 *
 * A month left out is a gap, not a nought. `lowest`: what the value cannot fall below (0 for counts), where the
 * lower limit is cut off.
 */
export function individualsChart(months: readonly ChartPoint[], options: { lowest?: number } = {}): ControlChart {
  const { run, earlier } = latestRun(months)
  if (run.length < MONTHS_NEEDED) return { kind: 'too-few', points: [...earlier, ...run], monthsOnEnd: run.length }
  const { mean, low, high } = individualsLimits(run.map(({ value }) => value))
  const limits = { low: Math.max(low, options.lowest ?? -Infinity), high }
  const points = run.map(({ month, value }) => ({ month, value, ...limits, outside: sideOutside(value, limits) }))
  return { kind: 'chart', method: 'individuals', mean, points, earlier, signals: findSignals(points, mean) }
}

/** Rounding in the sums must not turn a month that lies on its limit into one outside it. */
const SLACK = 1e-9

export function sideOutside(value: number, { low, high }: Limits): 'above' | 'below' | undefined {
  const slack = SLACK * Math.max(1, Math.abs(high))
  if (value > high + slack) return 'above'
  return value < low - slack ? 'below' : undefined
}
