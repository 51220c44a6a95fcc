import { Temporal } from 'temporal-polyfill'
import { type CivilMonth, daysInMonth } from '#calculations/calendar/civil-month.ts'

/** A day by London clocks. */
export interface LondonDay {
  /** `2024-03-31` */
  readonly date: string
  /** 1 is Monday. */
  readonly weekday: number
  /** Midnight at its beginning, in milliseconds since 1970 (UTC). */
  readonly start: number
  /** 24, or 23 and 25 on the two days on which the clocks change. */
  readonly hours: number
}

/** The days of a month. */
export function londonDays(month: CivilMonth): LondonDay[] {
  return Array.from({ length: daysInMonth(month) }, (_, i) => londonDay(`${month}-${String(i + 1).padStart(2, '0')}`))
}

export function londonDay(date: string): LondonDay {
  const day = Temporal.PlainDate.from(date)
  const start = startOf(day)
  return { date, weekday: day.dayOfWeek, start, hours: (startOf(day.add({ days: 1 })) - start) / 3_600_000 }
}

function startOf(day: Temporal.PlainDate): number {
  return day.toZonedDateTime('Europe/London').epochMilliseconds
}

/**
 * The moment at which London clocks show so many minutes after midnight (0 to 1439), in milliseconds. In the hour that is
 * skipped in spring it is an hour later; in the hour that comes twice in autumn it is the first.
 */
export function momentOn(day: LondonDay, minute: number): number {
  const changed = minute >= 120 ? (day.hours - 24) * 60 : 0
  return day.start + (minute + changed) * 60_000
}
