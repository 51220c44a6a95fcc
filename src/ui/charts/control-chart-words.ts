import { formatMonth, formatMonths } from '#calculations/calendar/civil-month.ts'
import { type ControlChart, MONTHS_NEEDED, type Signal } from '#calculations/control-chart/control-chart.ts'
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
  return [`${now}, ${where}.`, ...chart.signals.filter((signal) => !isLatest(signal, chart)).map(signalWords)].join(' ')
}

/** One signal in words: `October 2018 was above the limits.` */
export function signalWords({ rule, side, months }: Signal): string {
  if (rule === 'outside-limits') return `${formatMonths(months)} was ${side} the limits.`
  return `${formatMonths(months)}: ${months.length} months on end ${side} the mean.`
}

function isLatest({ rule, months }: Signal, chart: ControlChart): boolean {
  return rule === 'outside-limits' && months[0] === chart.points.at(-1)?.month
}
