import {
  addMonths,
  type CivilMonth,
  daysInMonth,
  formatMonths,
  monthsBetween,
  monthsFrom,
} from '#calculations/calendar/civil-month.ts'
import { type Rate, ratePerThousand } from './rate.ts'

/** The events of one month that was loaded; a month left out is one not loaded, which is not the same as nought. */
export type MonthlyCount = { readonly month: CivilMonth; readonly count: number }

export type PeriodRateQuestion = {
  /** The months asked about, both included. */
  readonly first: CivilMonth
  readonly last: CivilMonth
  readonly counts: readonly MonthlyCount[]
  /** Residents, and the year for which they were estimated. */
  readonly population: number
  readonly populationYear: number
  readonly confidence?: number
}

type PeriodMonths = { readonly counted: readonly CivilMonth[]; readonly missing: readonly CivilMonth[] }

/**
 * What "per 1,000" means here. `whole`: every month asked about is loaded and they make whole years. `scaled`: the
 * months that are loaded, scaled to a year by their days; `meaning` says so, since seasons make it rough.
 * `none`: no month asked about is loaded, or nobody lives there.
 */
export type PeriodRate =
  | (PeriodMonths & { readonly kind: 'whole' | 'scaled'; readonly rate: Rate; readonly meaning: string })
  | (PeriodMonths & { readonly kind: 'none'; readonly meaning: string })

/** The rate per 1,000 residents a year over the months asked about, from those of them that are loaded. */
export function periodRate(question: PeriodRateQuestion): PeriodRate {
  const asked = monthsBetween(question.first, question.last)
  const loaded = new Map(question.counts.map(({ month, count }) => [month, count]))
  const counted = asked.filter((month) => loaded.has(month))
  const missing = asked.filter((month) => !loaded.has(month))
  if (counted.length === 0) return { kind: 'none', counted, missing, meaning: 'No month of this period is loaded.' }
  if (!(question.population > 0)) return { kind: 'none', counted, missing, meaning: NO_RESIDENTS }

  const count = counted.reduce((sum, month) => sum + (loaded.get(month) ?? 0), 0)
  const rate = ratePerThousand(count, question.population * yearsCovered(counted), question.confidence)
  const base = `per 1,000 residents (mid-${question.populationYear} estimate)`
  if (missing.length === 0 && asked.length % 12 === 0) {
    const span = asked.length === 12 ? 'in the 12 months' : `a year, over the ${asked.length} months`
    return { kind: 'whole', counted, missing, rate, meaning: `${base} ${span} ${formatMonths(asked)}` }
  }
  const gap = missing.length === 0 ? '' : ` ${formatMonths(missing)} ${missing.length === 1 ? 'is' : 'are'} not loaded.`
  const meaning =
    `${base} a year, ${counted.length > 12 ? 'averaged' : 'scaled up'} from ${monthsInWords(counted)}.${gap}` +
    ' Crime has seasons: do not set this beside a full year.'
  return { kind: 'scaled', counted, missing, rate, meaning }
}

const NO_RESIDENTS = 'Nobody is recorded as living here, so there is a count but no rate.'

function monthsInWords(months: readonly CivilMonth[]): string {
  return `${months.length} ${months.length === 1 ? 'month' : 'months'} (${formatMonths(months)})`
}

/**
 * How many years the months make, by their days; leap years included, so that any twelve months on end make
 * exactly one. A part of a year is measured against the year that ends with the last month given.
 */
export function yearsCovered(months: readonly CivilMonth[]): number {
  const sorted = [...new Set(months)].sort()
  const first = sorted[0]
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) return 0
  const years = Math.ceil((monthsFrom(first, last) + 1) / 12)
  const daysInYears = totalDays(monthsBetween(addMonths(last, 1 - years * 12), last))
  return (totalDays(sorted) * years) / daysInYears
}

function totalDays(months: readonly CivilMonth[]): number {
  return months.reduce((sum, month) => sum + daysInMonth(month), 0)
}
