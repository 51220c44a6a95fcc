import type { CivilDate } from './civil-date.ts'
import { dateOfDay, dayNumber, weekdayOf } from './day-number.ts'
import { easterDay } from './easter.ts'

/** One bank holiday of England and Wales: the day on which it is kept, which may be a substitute day. */
export interface BankHoliday {
  readonly date: CivilDate
  readonly name: string
}

/**
 * The bank holidays of England and Wales that the rules make for a year, in order of date, as the rules have been since
 * 1978. Before 1583, for which no Easter is known, there are none.
 *
 * Source: Banking and Financial Dealings Act 1971, schedule 1, and the yearly proclamations for New Year's Day, the first
 * Monday of May and substitute days: a fixed holiday on a Saturday or Sunday is kept on the next weekday that is not a
 * holiday already. Days moved or added for one year are not in the rules: see `one-offs.ts`.
 */
export function ruleMadeHolidays(year: number): readonly BankHoliday[] {
  if (year < 1583) return []
  const easter = easterDay(year)
  const kept = new Map<number, string>([
    [easter - 2, 'Good Friday'],
    [easter + 1, 'Easter Monday'],
    [mondayFrom(dayNumber(year, 5, 1)), 'Early May bank holiday'],
    [mondayFrom(dayNumber(year, 5, 25)), 'Spring bank holiday'],
    [mondayFrom(dayNumber(year, 8, 25)), 'Summer bank holiday'],
  ])
  const fixed = [
    { day: dayNumber(year, 1, 1), name: 'New Year’s Day' },
    { day: dayNumber(year, 12, 25), name: 'Christmas Day' },
    { day: dayNumber(year, 12, 26), name: 'Boxing Day' },
  ]
  // Those on a weekday keep their day before a substitute is looked for: Boxing Day of 2016 stayed on the Monday and
  // Christmas Day, a Sunday, went to the Tuesday.
  for (const { day, name } of fixed.filter(({ day }) => !isWeekend(day))) kept.set(day, name)
  for (const { day, name } of fixed.filter(({ day }) => isWeekend(day))) {
    let substitute = day
    while (isWeekend(substitute) || kept.has(substitute)) substitute++
    kept.set(substitute, `${name} (substitute day)`)
  }
  return [...kept].sort(([a], [b]) => a - b).map(([day, name]) => ({ date: dateOfDay(day), name }))
}

/** The Monday on the given day or next after it. */
function mondayFrom(day: number): number {
  return day + ((8 - weekdayOf(day)) % 7)
}

function isWeekend(day: number): boolean {
  return weekdayOf(day) === 0 || weekdayOf(day) === 6
}
