import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standardHolidays } from '#calculations/calendar/holidays.ts'
import { anyRule } from './testing.ts'
import { earliestDue, thresholdAt, thresholdsOf, timesOf, type Limit } from './times.ts'

const HOUR = 3_600_000
const rule = anyRule()
const start = new Date('2016-03-24T17:30:00Z')
const due = new Date('2016-04-04T22:59:59Z')
const moments = fc.integer({ min: -400, max: 800 }).map((hours) => new Date(start.getTime() + hours * HOUR))

describe('The times of a duty', () => {
  test('are its warning, and the next threshold to look at', () => {
    const times = timesOf(rule, start, due, 0, start)
    expect(times.warnAt?.toISOString()).toBe('2016-03-30T08:14:59.500Z')
    expect(times.nextLookAt).toEqual(times.warnAt)
    expect(timesOf(rule, start, due, 50, due).nextLookAt?.toISOString()).toBe('2016-04-04T23:00:00.000Z')
  })

  test('are none where there is no due time, and what was said stays said', () => {
    expect(timesOf(rule, start, null, 50, due)).toEqual({ dueAt: null, warnAt: null, nextLookAt: null, crossed: 50 })
  })

  test('of what moved on let be said again only what lies ahead again', () => {
    const later = new Date(due.getTime() + 30 * 24 * HOUR)
    expect(timesOf(rule, start, later, 100, due).crossed).toBe(0)
    expect(timesOf(rule, start, due, 100, new Date(due.getTime() + 2_000)).crossed).toBe(100)
  })

  test('never say a threshold twice, nor look behind the last that was said', () => {
    fc.assert(
      fc.property(moments, moments, fc.constantFrom(0, 50, 100, 150), (to, now, said) => {
        const times = timesOf(rule, start, to, said, now)
        expect(times.crossed).toBeLessThanOrEqual(said)
        expect(timesOf(rule, start, to, times.crossed, now)).toEqual(times)
        const next = thresholdsOf(rule).find((at) => at > times.crossed)
        expect(times.nextLookAt).toEqual(next === undefined ? null : thresholdAt(next, start, to))
      }),
    )
  })
})

describe('The limits that bind a duty', () => {
  const limits = fc
    .tuple(fc.integer({ min: 0, max: 20 }), moments)
    .map(([days, countsFrom]): Limit => ({ rule: anyRule({ clock: { kind: 'working-days', days } }), countsFrom }))

  test('let the earliest hold, in whatever order, and one more never makes it later', () => {
    fc.assert(
      fc.property(fc.array(limits, { minLength: 1, maxLength: 4 }), limits, (some, more) => {
        const held = earliestDue(some, [], standardHolidays)?.getTime() ?? Infinity
        expect(earliestDue(some.toReversed(), [], standardHolidays)?.getTime()).toBe(held)
        expect(earliestDue([...some, more], [], standardHolidays)?.getTime() ?? Infinity).toBeLessThanOrEqual(held)
      }),
    )
  })

  test('that have no date yet bind nothing', () => {
    expect(earliestDue([{ rule, countsFrom: null }], [], standardHolidays)).toBeNull()
    expect(
      earliestDue(
        [
          { rule, countsFrom: null },
          { rule, countsFrom: start },
        ],
        [],
        standardHolidays,
      ),
    ).toEqual(due)
  })
})
