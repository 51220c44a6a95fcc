import { getCivilDate, londonDateAt, monthOf } from '#calculations/calendar/civil-date.ts'
import { addMonths, type CivilMonth, formatMonth } from '#calculations/calendar/civil-month.ts'

/** How fresh a measure is. */
export interface Freshness {
  /** The last month that there is a figure of; null where there is none. */
  readonly lastMonth: CivilMonth | null
  /** When the rows behind it were last loaded, and when it was last computed. */
  readonly sourceAt: Date | null
  readonly computedAt: Date | null
  /** Why it is older than is to be expected, as a sentence; null while it is not. */
  readonly late: string | null
}

export interface FreshnessFacts extends Omit<Freshness, 'late'> {
  /** Months after its end by which a month's rows are to be expected. */
  readonly availableAfter: number
  readonly running: CivilMonth
  readonly now: Date
}

/** It is computed every night: two nights may fail before anybody need be told. */
const COMPUTED_WITHIN_HOURS = 49

/** MEA04: whether a measure is as fresh as is to be expected: its last month, and when it was last computed. */
export function freshnessOf(facts: FreshnessFacts): Freshness {
  const { lastMonth, sourceAt, computedAt } = facts
  return { lastMonth, sourceAt, computedAt, late: lateWords(facts) }
}

function lateWords({ lastMonth, computedAt, availableAfter, running, now }: FreshnessFacts): string | null {
  if (lastMonth === null || computedAt === null) return null
  const expected = addMonths(running, -1 - availableAfter)
  if (lastMonth < expected)
    return `The last month is ${formatMonth(lastMonth)}; ${formatMonth(expected)} was to be expected by now.`
  const hours = (now.getTime() - computedAt.getTime()) / 3_600_000
  return hours > COMPUTED_WITHIN_HOURS ? 'It has not been computed again for more than two days.' : null
}

/**
 * MEA04: the month that still runs, which has no figure yet. The data of a demonstration ends on a day of its own (`asOf`,
 * a civil date), whatever the time is now.
 */
export function runningMonth(now: Date, asOf: string | null): CivilMonth {
  const today = monthOf(londonDateAt(now))
  const end = asOf === null ? today : monthOf(getCivilDate(asOf))
  return end < today ? end : today
}
