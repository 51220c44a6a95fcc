import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { addDays, daysFrom, findCivilDate, formatDate, getCivilDate, londonDateAt, monthOf } from './civil-date.ts'
import {
  addMonths,
  civilMonthOf,
  consecutiveRuns,
  daysInMonth,
  findCivilMonth,
  formatMonth,
  formatMonths,
  formatMonthShort,
  getCivilMonth,
  monthsBetween,
  monthsFrom,
} from './civil-month.ts'

const months = fc
  .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => civilMonthOf(year, month))
const month = getCivilMonth

describe('A month', () => {
  test('is read only when it is one', () => {
    expect(findCivilMonth('2018-06')).toBe('2018-06')
    for (const text of ['2018-13', '2018-00', '2018-6', '18-06', '2018-06-01', '']) {
      expect(findCivilMonth(text)).toBeUndefined()
    }
    expect(() => getCivilMonth('June')).toThrow('“June” is not a month')
  })
  test('is said in words', () => {
    expect(formatMonth(month('2018-06'))).toBe('June 2018')
    expect(formatMonthShort(month('2019-01'))).toBe('Jan 2019')
  })
  test('moves so that adding and taking the difference undo each other', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: -600, max: 600 }), (first, n) => {
        const second = addMonths(first, n)
        expect(monthsFrom(first, second)).toBe(n)
        expect(addMonths(second, -n)).toBe(first)
        expect(Math.sign(n)).toBe(second > first ? 1 : second < first ? -1 : 0)
      }),
    )
  })
  test('has as many days as lie between its first and the next first', () => {
    fc.assert(
      fc.property(months, (m) => {
        expect(daysInMonth(m)).toBe(daysFrom(getCivilDate(`${m}-01`), getCivilDate(`${addMonths(m, 1)}-01`)))
      }),
    )
  })
})

describe('Months in a row', () => {
  test('are listed with both ends', () => {
    expect(monthsBetween(month('2018-11'), month('2019-02'))).toEqual(['2018-11', '2018-12', '2019-01', '2019-02'])
    expect(monthsBetween(month('2019-02'), month('2018-11'))).toEqual([])
  })
  test('are cut where one is missing, and said as runs', () => {
    const given = ['2019-01', '2018-06', '2018-10', '2018-12', '2018-11', '2018-11'].map(month)
    expect(consecutiveRuns(given)).toEqual([['2018-06'], ['2018-10', '2018-11', '2018-12', '2019-01']])
    expect(formatMonths(given)).toBe('June 2018 and October 2018 to January 2019')
    expect(formatMonths([])).toBe('no months')
  })
  test('lose and double nothing', () => {
    fc.assert(
      fc.property(fc.array(months, { maxLength: 40 }), (given) => {
        expect(consecutiveRuns(given).flat()).toEqual([...new Set(given)].sort())
      }),
    )
  })
})

describe('A date', () => {
  test('is read only when it is real', () => {
    expect(findCivilDate('2016-02-29')).toBe('2016-02-29')
    expect(findCivilDate('2018-02-29')).toBeUndefined()
    expect(findCivilDate('2018-2-3')).toBeUndefined()
  })
  test('is read as Temporal reads it', () => {
    const upTo = (max: number, length: number) =>
      fc.integer({ min: 0, max }).map((n) => String(n).padStart(length, '0'))
    const texts = fc.tuple(upTo(9999, 4), upTo(14, 2), upTo(33, 2)).map((parts) => parts.join('-'))
    fc.assert(
      fc.property(texts, (text) => {
        let plain: string | undefined
        try {
          plain = Temporal.PlainDate.from(text, { overflow: 'reject' }).toString()
        } catch {
          plain = undefined
        }
        expect(findCivilDate(text)).toBe(plain)
      }),
      { numRuns: 500 },
    )
  })
  test('belongs to a month and moves by days', () => {
    expect(monthOf(getCivilDate('2018-06-30'))).toBe('2018-06')
    expect(addDays(getCivilDate('2018-12-31'), 1)).toBe('2019-01-01')
    expect(formatDate(getCivilDate('2018-06-01'))).toBe('Friday 1 June 2018')
  })
  test('is the date in London, an hour ahead in summer', () => {
    expect(londonDateAt(new Date('2018-06-30T23:30:00Z'))).toBe('2018-07-01')
    expect(londonDateAt(new Date('2018-12-31T23:30:00Z'))).toBe('2018-12-31')
  })
})
