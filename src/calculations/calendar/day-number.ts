import { type CivilDate, getCivilDate } from './civil-date.ts'
import { MONTH_NAMES } from './civil-month.ts'

/**
 * Dates as whole numbers of days since Thursday 1 January 1970, for reckoning with many of them: adding is adding, and no
 * object is made. Years 0 to 9999.
 */

export const MS_PER_DAY = 86_400_000

export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

/** The number of the date. */
export function dayNumberOf(date: CivilDate): number {
  return Date.parse(date) / MS_PER_DAY
}

/** The date of the number. Throws RangeError outside the years 0 to 9999. */
export function dateOfDay(day: number): CivilDate {
  return getCivilDate(asUtc(day).toISOString().slice(0, 10))
}

/** The number of the date, from its year (100 to 9999), month (1 to 12) and day of the month. */
export function dayNumber(year: number, month: number, dayOfMonth: number): number {
  return Date.UTC(year, month - 1, dayOfMonth) / MS_PER_DAY
}

export function yearOfDay(day: number): number {
  return asUtc(day).getUTCFullYear()
}

/** 0 is Sunday, 6 is Saturday: the place in `WEEKDAYS`. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}

/** The same date so many months later (earlier when below nought), or the last day of that month if it has no such date. */
export function addMonthsToDay(day: number, months: number): number {
  const date = asUtc(day)
  const year = date.getUTCFullYear()
  const month = date.getUTCMonth() + months
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / MS_PER_DAY
}

/** The date in words, as `formatDate` says it: `Friday 1 June 2018`. */
export function formatDay(day: number): string {
  const date = asUtc(day)
  const weekday = WEEKDAYS[weekdayOf(day)] ?? ''
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)} ${formatDayOfMonth(day)} ${date.getUTCFullYear()}`
}

/** The date in words without weekday and year: `1 June`. */
export function formatDayOfMonth(day: number): string {
  const date = asUtc(day)
  return `${date.getUTCDate()} ${MONTH_NAMES[date.getUTCMonth()] ?? ''}`
}

function asUtc(day: number): Date {
  return new Date(day * MS_PER_DAY)
}
