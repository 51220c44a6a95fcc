import { addMonths, type CivilMonth, monthsBetween, monthsFrom } from '#calculations/calendar/civil-month.ts'
import { londonDateAt, monthOf, getCivilDate } from '#calculations/calendar/civil-date.ts'
import { Invalid } from '#platform/errors/errors.ts'

/** First and last month, both included. */
export interface Period {
  readonly from: CivilMonth
  readonly to: CivilMonth
}

/** A control chart looks back this far. */
export const CHART_MONTHS = 36
const DEFAULT_MONTHS = 12
const MOST_MONTHS = 120

/**
 * The months that are over, of those loaded: what has been counted of the month that still runs is no month's figure.
 * A demonstration ends on a day of its own (`asOf`, a civil date) whatever the time is now.
 */
export function completeMonths(loaded: readonly CivilMonth[], now: Date, asOf: string | null): readonly CivilMonth[] {
  const today = monthOf(londonDateAt(now))
  const end = asOf === null ? today : monthOf(getCivilDate(asOf))
  const running = end < today ? end : today
  return loaded.filter((month) => month < running).toSorted()
}

/**
 * The months asked for; where none were, the twelve months that end with the last one loaded. Null where nothing is loaded.
 * Throws Invalid, by field, when they are the wrong way round or too many.
 */
export function periodOf(
  asked: { readonly from: CivilMonth | null; readonly to: CivilMonth | null },
  loaded: readonly CivilMonth[],
): Period | null {
  const last = loaded.at(-1)
  const to = asked.to ?? last
  if (to === undefined) return null
  const from = asked.from ?? addMonths(to, 1 - DEFAULT_MONTHS)
  if (from > to) throw new Invalid({ to: 'The last month must not be before the first' })
  if (monthsFrom(from, to) >= MOST_MONTHS) throw new Invalid({ from: `Choose ${MOST_MONTHS} months or fewer` })
  return { from, to }
}

/** Which months of the period are loaded, and which are not. */
export function monthsOf(period: Period, loaded: readonly CivilMonth[]) {
  const there = new Set(loaded)
  const asked = monthsBetween(period.from, period.to)
  return { counted: asked.filter((month) => there.has(month)), missing: asked.filter((month) => !there.has(month)) }
}

/** The months of a chart that ends with the period's last month. */
export function chartPeriod({ to }: Period): Period {
  return { from: addMonths(to, 1 - CHART_MONTHS), to }
}

/** The same months a year earlier. */
export function yearBefore(months: readonly CivilMonth[]): readonly CivilMonth[] {
  return months.map((month) => addMonths(month, -12))
}

/** The year of which the population is taken: the one in which the middle of the period lies. */
export function populationYear({ from, to }: Period): number {
  return Number(addMonths(from, Math.floor(monthsFrom(from, to) / 2)).slice(0, 4))
}

/** Months on end without a count that the feed is behind, when the newest is more than three months old; else null. */
export function monthsBehind(last: CivilMonth, now: Date): number | null {
  const behind = monthsFrom(last, monthOf(londonDateAt(now)))
  return behind > PUBLISHED_AFTER ? behind : null
}

/** data.police.uk publishes a month about two months later. */
const PUBLISHED_AFTER = 3
