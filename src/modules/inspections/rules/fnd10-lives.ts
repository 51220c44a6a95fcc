import { daysFrom, monthOf, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { monthsFrom } from '#calculations/calendar/civil-month.ts'
import { statusOf, type Entry, type InspectorateStatus } from './fnd05-inspectorate.ts'

export interface Life {
  readonly status: InspectorateStatus
  /** The first line of the tracker, and the day on which it became complete for good; null while it is open. */
  readonly from: CivilDate
  readonly to: CivilDate | null
  /** Whole months from the first line to its end, or to today. */
  readonly months: number
  /** It lives, or lived, longer than a year: as most do. */
  readonly long: boolean
}

const LONG_AFTER_MONTHS = 12

/**
 * FND10 How long a recommendation lives: from the first line of its tracker to the line that completes it, in whole months;
 * what was completed and then opened again is open. Null without a line.
 *
 * 3 March 2017 to 18 September 2018 is 18 months; 3 March 2017 and open on 18 December 2018 is 21.
 */
export function lifeOf(entries: readonly Entry[], today: CivilDate): Life | null {
  const dates = entries.map(({ on }) => on).sort()
  const [from] = dates
  if (from === undefined) return null
  const status = statusOf(entries)
  const completed = entries.filter(({ status: said }) => said === 'complete').map(({ on }) => on)
  const to = status === 'complete' ? (completed.sort().at(-1) ?? null) : null
  const months = wholeMonths(from, to ?? today)
  return { status, from, to, months, long: months > LONG_AFTER_MONTHS }
}

/** "18 months", "21 months, still open", "less than a month". */
export function lifeWords({ months, to }: { readonly months: number; readonly to: string | null }): string {
  const length = months < 1 ? 'less than a month' : months === 1 ? '1 month' : `${months} months`
  return to === null ? `${length}, still open` : length
}

function wholeMonths(from: CivilDate, to: CivilDate): number {
  if (daysFrom(from, to) < 0) return 0
  const months = monthsFrom(monthOf(from), monthOf(to))
  return Number(to.slice(8)) < Number(from.slice(8)) ? months - 1 : months
}
