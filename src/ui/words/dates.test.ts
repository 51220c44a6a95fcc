import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  age,
  day,
  dayAndSecond,
  dayAndTime,
  dayOf,
  daysLeft,
  dayWithYear,
  duration,
  isoInstant,
  longDay,
  month,
  shortDay,
  shortDayWithYear,
  timeAndDay,
  timeOfDay,
} from './dates.ts'

describe('an instant is told in London time', () => {
  test('in winter', () => {
    expect(timeOfDay('2026-11-23T14:45:59Z')).toBe('14:45')
    expect(dayAndTime('2026-11-23T14:45:00Z')).toBe('Mon 23 November, 14:45')
    expect(dayAndSecond('2026-11-23T14:45:09.653Z')).toBe('Mon 23 November 2026, 14:45:09')
    expect(dayAndSecond('2026-10-25T01:30:00Z')).toBe('Sun 25 October 2026, 01:30:00 GMT')
    expect(timeAndDay('2026-11-23T07:00:00Z')).toBe('07:00, Monday 23 November')
  })

  test('in summer, where the day may be the next one', () => {
    expect(dayAndTime('2026-07-01T23:30:00Z')).toBe('Thu 2 July, 00:30')
    expect(dayOf('2026-07-01T23:30:00+01:00').toString()).toBe('2026-07-01')
  })

  test('when the clocks go forward, 00:59 is followed by 02:00', () => {
    expect(timeOfDay('2026-03-29T00:59:00Z')).toBe('00:59')
    expect(timeOfDay('2026-03-29T01:00:00Z')).toBe('02:00')
  })

  test('when the clocks go back, the hour that comes twice says which it is', () => {
    expect(timeOfDay('2026-10-25T00:30:00Z')).toBe('01:30 BST')
    expect(timeOfDay('2026-10-25T01:30:00Z')).toBe('01:30 GMT')
    expect(timeOfDay('2026-10-24T23:59:00Z')).toBe('00:59')
    expect(timeOfDay('2026-10-25T02:00:00Z')).toBe('02:00')
    expect(timeOfDay('2026-10-26T01:30:00Z')).toBe('01:30')
  })

  test('two instants of one day never read the same', () => {
    const minutes = fc.integer({ min: 0, max: 25 * 60 - 1 })
    const start = Temporal.Instant.from('2026-10-24T23:00:00Z')
    fc.assert(
      fc.property(minutes, minutes, (a, b) => {
        fc.pre(a !== b)
        expect(timeOfDay(start.add({ minutes: a }))).not.toBe(timeOfDay(start.add({ minutes: b })))
      }),
    )
  })

  test('at any moment as the time zone tables tell it', () => {
    const moments = fc.date({ min: new Date('1973-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, (moment) => {
        const text = moment.toISOString()
        const local = Temporal.Instant.from(text).toZonedDateTimeISO('Europe/London')
        expect(dayOf(text).toString()).toBe(local.toPlainDate().toString())
        expect(timeOfDay(text).slice(0, 5)).toBe(local.toPlainTime().toString().slice(0, 5))
      }),
    )
  })

  test('the machine form is UTC', () => {
    expect(isoInstant('2026-07-01T14:45:09.650Z')).toBe('2026-07-01T14:45:09.650Z')
    expect(isoInstant('2026-07-01T15:45:00+01:00')).toBe('2026-07-01T14:45:00Z')
  })

  test('text without an offset is refused, not guessed', () => {
    expect(() => timeOfDay('2026-11-23T14:45:00')).toThrow(RangeError)
    expect(() => timeOfDay('2026-02-30T14:45:00.000Z')).toThrow(RangeError)
  })
})

describe('a civil date', () => {
  test('in its lengths', () => {
    expect(day('2026-11-23')).toBe('Mon 23 November')
    expect(dayWithYear('2026-01-04')).toBe('Sun 4 January 2026')
    expect(longDay(Temporal.PlainDate.from('2026-11-23'))).toBe('Monday 23 November')
    expect(shortDay('2027-01-04')).toBe('4 Jan')
    expect(shortDayWithYear('2027-01-04')).toBe('4 Jan 2027')
    expect(month('2026-03')).toBe('March 2026')
    expect(month('2026-03-17')).toBe('March 2026')
  })

  test('how far away it is', () => {
    expect(daysLeft('2026-11-25', '2026-11-23')).toBe('2 days left')
    expect(daysLeft('2026-11-23', '2026-11-23')).toBe('today')
    expect(daysLeft('2026-11-22', '2026-11-23')).toBe('1 day over')
    expect(daysLeft('2027-01-04', '2026-11-23')).toBe('42 days left')
  })

  test('how old it is', () => {
    expect(age('2026-11-23', '2026-11-23')).toBe('today')
    expect(age('2026-10-13', '2026-11-23')).toBe('41 days')
    expect(() => age('2026-11-24', '2026-11-23')).toThrow(RangeError)
  })
})

test('a length of time in hours and minutes', () => {
  expect(duration(0)).toBe('0 min')
  expect(duration(45)).toBe('45 min')
  expect(duration(59.6)).toBe('1 h')
  expect(duration(140)).toBe('2 h 20')
  expect(duration(185)).toBe('3 h 05')
  expect(duration(31 * 60)).toBe('31 h')
  expect(() => duration(-1)).toThrow(RangeError)
  expect(() => duration(Number.NaN)).toThrow(RangeError)
})
