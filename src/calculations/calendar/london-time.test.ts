import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { getCivilDate } from './civil-date.ts'
import { dateOfDay, dayNumber } from './day-number.ts'
import { lastSecondOfLondonDay, londonClock, londonDay, londonMoment, startOfLondonDay } from './london-time.ts'
import { londonOffset } from './london-offset.ts'

const date = getCivilDate
const at = (day: string, time: string, which?: 'first' | 'second') => londonMoment(date(day), time, which).toISOString()

const moments = fc.integer({ min: Date.UTC(1940, 0, 1), max: Date.UTC(2100, 0, 1) })
const nearChanges = fc
  .tuple(
    fc.constantFrom('2016-03-27T01:00Z', '2016-10-30T01:00Z', '2026-03-29T01:00Z', '2026-10-25T01:00Z'),
    fc.nat(14_400),
  )
  .map(([change, seconds]) => Date.parse(change) + (seconds - 7_200) * 1000)

describe('Clocks in London', () => {
  test('are an hour ahead in summer', () => {
    expect(at('2016-01-15', '09:30')).toBe('2016-01-15T09:30:00.000Z')
    expect(at('2016-07-15', '09:30:15')).toBe('2016-07-15T08:30:15.000Z')
    expect(londonClock(new Date('2016-07-15T23:30:59.900Z'))).toEqual({
      date: '2016-07-16',
      time: '00:30:59',
      second: false,
    })
  })
  test('skip an hour in spring: a time in it is taken an hour later', () => {
    expect(at('2016-03-27', '00:59')).toBe('2016-03-27T00:59:00.000Z')
    expect(at('2016-03-27', '01:00')).toBe('2016-03-27T01:00:00.000Z')
    expect(at('2016-03-27', '01:30')).toBe('2016-03-27T01:30:00.000Z')
    expect(londonClock(new Date('2016-03-27T01:30:00Z')).time).toBe('02:30:00')
    expect(at('2016-03-27', '02:30')).toBe('2016-03-27T01:30:00.000Z')
  })
  test('show an hour twice in autumn: the first is meant unless the second is asked for', () => {
    expect(at('2016-10-30', '01:30')).toBe('2016-10-30T00:30:00.000Z')
    expect(at('2016-10-30', '01:30', 'second')).toBe('2016-10-30T01:30:00.000Z')
    expect(londonClock(new Date('2016-10-30T00:30:00Z'))).toEqual({
      date: '2016-10-30',
      time: '01:30:00',
      second: false,
    })
    expect(londonClock(new Date('2016-10-30T01:30:00Z'))).toEqual({
      date: '2016-10-30',
      time: '01:30:00',
      second: true,
    })
    expect(at('2016-10-30', '02:00', 'second')).toBe(at('2016-10-30', '02:00'))
  })
  test('give a day its first moment and last second, 23 or 25 hours apart when they change', () => {
    const hoursOf = (day: string) =>
      (lastSecondOfLondonDay(date(day)).getTime() + 1000 - startOfLondonDay(date(day)).getTime()) / 3_600_000
    expect(startOfLondonDay(date('2016-07-01')).toISOString()).toBe('2016-06-30T23:00:00.000Z')
    expect(lastSecondOfLondonDay(date('2016-07-01')).toISOString()).toBe('2016-07-01T22:59:59.000Z')
    expect(['2016-03-26', '2016-03-27', '2016-10-30'].map(hoursOf)).toEqual([24, 23, 25])
    expect(at('2016-10-30', '24:00')).toBe(startOfLondonDay(date('2016-10-31')).toISOString())
  })
  test('are read only as a time of day', () => {
    for (const time of ['9:00', '24:01', '25:00', '12:60', '12', '']) {
      expect(() => londonMoment(date('2016-01-01'), time)).toThrow('is not a time of day such as 17:00')
    }
  })
  test('show what Temporal says, at every moment', () => {
    fc.assert(
      fc.property(fc.oneof(moments, nearChanges), (ms) => {
        const plain = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('Europe/London')
        expect(londonOffset(ms)).toBe(plain.offsetNanoseconds / 1_000_000)
        expect(dateOfDay(londonDay(ms))).toBe(plain.toPlainDate().toString())
        const clock = londonClock(new Date(ms))
        expect(`${clock.date}T${clock.time}`).toBe(plain.toString().slice(0, 19))
        const back = londonMoment(clock.date, clock.time, clock.second ? 'second' : 'first')
        expect(back.getTime()).toBe(Math.floor(ms / 1000) * 1000)
      }),
    )
  })
  test('mean the moment that Temporal says, at every time they could show', () => {
    const days = fc.oneof(
      fc.integer({ min: dayNumber(1940, 1, 1), max: dayNumber(2100, 1, 1) }),
      fc.constantFrom(
        ...['2016-03-27', '2016-10-30', '2026-03-29', '2026-10-25'].map((day) => Date.parse(day) / 86_400_000),
      ),
    )
    fc.assert(
      fc.property(days, fc.nat(24 * 60 - 1), (day, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const plain = Temporal.PlainDateTime.from(`${dateOfDay(day)}T${time}`)
        const zoned = (disambiguation: 'compatible' | 'later') =>
          plain.toZonedDateTime('Europe/London', { disambiguation }).epochMilliseconds
        expect(londonMoment(dateOfDay(day), time).getTime()).toBe(zoned('compatible'))
        expect(londonMoment(dateOfDay(day), time, 'second').getTime()).toBe(zoned('later'))
      }),
    )
  })
})
