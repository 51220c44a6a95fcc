import type { CivilDate } from './civil-date.ts'
import { dateOfDay, dayNumberOf } from './day-number.ts'
import type { Holidays } from './holidays.ts'
import { workingDayIndex } from './working-day-index.ts'

/** Whether the date is a Monday to Friday that is not one of the holidays. */
export function isWorkingDay(date: CivilDate, holidays: Holidays): boolean {
  return workingDayIndex(holidays).isWorking(dayNumberOf(date))
}

/**
 * The working day so many working days after the date, which itself is day 0 whether it is a working day or not; before
 * it when the number is below nought. Nought gives the date itself. Throws RangeError for a number that is not whole.
 */
export function addWorkingDays(date: CivilDate, count: number, holidays: Holidays): CivilDate {
  if (!Number.isSafeInteger(count)) throw new RangeError(`${count} is not a whole number of working days`)
  return dateOfDay(workingDayIndex(holidays).add(dayNumberOf(date), count))
}

/**
 * How many working days there are after the first date up to and with the second; below nought when the second is
 * earlier. From a working day it undoes `addWorkingDays`, both ways.
 */
export function workingDaysBetween(first: CivilDate, second: CivilDate, holidays: Holidays): number {
  return workingDayIndex(holidays).between(dayNumberOf(first), dayNumberOf(second))
}
