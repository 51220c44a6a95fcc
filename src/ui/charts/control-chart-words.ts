import { formatMonth, formatMonths } from '#calculations/calendar/civil-month.ts'
import { type ChartResult, type ControlChart, MONTHS_NEEDED } from '#calculations/control-chart/control-chart.ts'
import { formatNumber, formatRange } from './numbers.ts'

/** What a control chart shows, in a few sentences that stand without it. Decimals are those of the unit. */
export function controlChartWords(chart: ControlChart, decimals = 1): string {
  const latest = chart.points.at(-1)
  if (!latest) return 'No month is loaded yet.'
  const now = `${formatMonth(latest.month)}: ${formatNumber(latest.value, decimals)}`
  if (chart.kind === 'too-few') {
    const months = `${chart.monthsOnEnd} ${chart.monthsOnEnd === 1 ? 'month' : 'months'} on end so far`
    return `${now}. ${months}; what is usual shows after ${MONTHS_NEEDED}.`
  }
  const point = chart.points.at(-1)
  const range = point ? formatRange(point.low, point.high, decimals) : ''
  const where = point?.outside
    ? `${point.outside} what chance explains (${range})`
    : `within what chance explains (${range})`
  return [`${now}, ${where}.`, ...runWords(chart), ...outsideWords(chart)].join(' ')
}

/** The run of months on one side that still goes on, if one does; those long over are on the chart. */
function runWords({ signals, points }: ChartResult): string[] {
  const latest = points.at(-1)?.month
  const run = signals.find(({ rule, months }) => rule === 'eight-on-a-side' && months.at(-1) === latest)
  const first = run?.months[0]
  if (!run || first === undefined) return []
  return [`Each of the ${run.months.length} months since ${formatMonth(first)} lies ${run.side} the mean.`]
}

function outsideWords({ signals, points }: ChartResult): string[] {
  const outside = signals.filter(({ rule }) => rule === 'outside-limits').flatMap(({ months }) => months)
  const before = outside.filter((month) => month !== points.at(-1)?.month)
  if (before.length === 0) return []
  if (before.length > 3) return [`${before.length} of the ${points.length - 1} months before lay outside the limits.`]
  return [`Outside the limits before: ${formatMonths(before)}.`]
}
