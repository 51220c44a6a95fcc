import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { addDays, type CivilDate, daysFrom, formatDate, getCivilDate } from './civil-date.ts'
import { addMonthsToDay, dateOfDay, dayNumber, dayNumberOf, formatDay, weekdayOf, yearOfDay } from './day-number.ts'
import { type Holidays, standardHolidays, withOneOffs } from './holidays.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts'

const date = getCivilDate
const add = (from: string, count: number) => addWorkingDays(date(from), count, standardHolidays)
const dates = fc.integer({ min: dayNumber(2005, 1, 1), max: dayNumber(2040, 12, 31) }).map(dateOfDay)
const counts = fc.integer({ min: -600, max: 600 })

/** The same by walking from day to day: slow and plain. */
function plainAdd(from: CivilDate, count: number, holidays: Holidays): CivilDate {
  let day = from
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, Math.sign(count))
    if (plainIsWorking(day, holidays)) left--
  }
  return day
}

function plainIsWorking(day: CivilDate, holidays: Holidays): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek < 6 && holidays.nameOf(day) === undefined
}

describe('A day number', () => {
  test('stands for a date, its weekday, words and months, as Temporal has them', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber(1583, 1, 1), max: dayNumber(2400, 1, 1) }), counts, (day, months) => {
        const plain = Temporal.PlainDate.from('1970-01-01').add({ days: day })
        expect(dateOfDay(day)).toBe(plain.toString())
        expect(dayNumberOf(dateOfDay(day))).toBe(day)
        expect(yearOfDay(day)).toBe(plain.year)
        expect(weekdayOf(day)).toBe(plain.dayOfWeek % 7)
        expect(formatDay(day)).toBe(formatDate(dateOfDay(day)))
        expect(dateOfDay(addMonthsToDay(day, months))).toBe(plain.add({ months }).toString())
      }),
    )
  })
})

describe('Working days', () => {
  test('are added as the worked examples say', () => {
    expect(add('2016-03-24', 5)).toBe('2016-04-04')
    expect(add('2016-12-23', 1)).toBe('2016-12-28')
    expect(add('2016-12-22', 5)).toBe('2017-01-03')
    expect(add('2016-08-29', 1)).toBe('2016-08-30')
    expect(add('2016-04-29', 30)).toBe('2016-06-14')
  })
  test('go both ways over a weekend, and nought is the date itself', () => {
    expect(add('2016-05-06', 1)).toBe('2016-05-09')
    expect(add('2016-05-07', 1)).toBe('2016-05-09')
    expect(add('2016-05-08', -1)).toBe('2016-05-06')
    expect(add('2016-05-08', 0)).toBe('2016-05-08')
    expect(() => add('2016-05-08', 1.5)).toThrow('1.5 is not a whole number of working days')
  })
  test('are none of the holidays', () => {
    expect(isWorkingDay(date('2016-03-25'), standardHolidays)).toBe(false)
    expect(isWorkingDay(date('2016-03-26'), standardHolidays)).toBe(false)
    expect(isWorkingDay(date('2016-03-29'), standardHolidays)).toBe(true)
    const more = withOneOffs(standardHolidays, [{ date: date('2016-03-29'), name: 'A day off', source: 'a test' }])
    expect(isWorkingDay(date('2016-03-29'), more)).toBe(false)
    expect(addWorkingDays(date('2016-03-24'), 1, more)).toBe('2016-03-30')
  })
  test('are those that one finds walking from day to day', () => {
    fc.assert(
      fc.property(dates, counts, (from, count) => {
        expect(addWorkingDays(from, count, standardHolidays)).toBe(plainAdd(from, count, standardHolidays))
        expect(isWorkingDay(from, standardHolidays)).toBe(plainIsWorking(from, standardHolidays))
      }),
    )
  })
  test('added and counted undo each other from a working day, and the count is a difference', () => {
    fc.assert(
      fc.property(dates, dates, counts, (any, other, count) => {
        const from = addWorkingDays(any, 1, standardHolidays)
        const to = addWorkingDays(from, count, standardHolidays)
        expect(workingDaysBetween(from, to, standardHolidays)).toBe(count)
        expect(addWorkingDays(to, -count, standardHolidays)).toBe(from)
        const between = workingDaysBetween(any, other, standardHolidays)
        expect(workingDaysBetween(other, any, standardHolidays) + between).toBe(0)
        expect(Math.abs(between)).toBeLessThanOrEqual(Math.abs(daysFrom(any, other)))
      }),
    )
  })
})
