import { describe, expect, it } from 'vitest'
import { addMonths, getCivilMonth, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import { unknownShare, valueOf } from './mea01-value.ts'
import { intervalOf } from './mea02-interval.ts'
import { freshnessOf, runningMonth } from './mea04-fresh.ts'
import { holdOf, type HeldFigure, type Target } from './mea05-holds.ts'

const JUNE = getCivilMonth('2026-06')

describe('MEA01 what a figure comes to', () => {
  it('is a share, a rate of a month of 30.4 days, a mean, or the count itself', () => {
    const figure = { month: JUNE, numerator: 30, denominator: 120 }
    expect(valueOf('per cent', figure)).toBe(25)
    expect(valueOf('days', figure)).toBe(0.25)
    expect(valueOf('count', { ...figure, denominator: null })).toBe(30)
    expect(valueOf('per 1,000 people', { ...figure, denominator: 15_000 })).toBeCloseTo(2 * (30.4375 / 30), 10)
    expect(valueOf('per 1,000 people', { ...figure, month: getCivilMonth('2026-02') })).toBeGreaterThan(
      valueOf('per 1,000 people', figure) ?? Infinity,
    )
  })

  it('is nothing where there is nothing to set it against, which is not nought', () => {
    expect(valueOf('per cent', { month: JUNE, numerator: 0, denominator: 0 })).toBeNull()
    expect(valueOf('per 1,000 people', { month: JUNE, numerator: 4, denominator: null })).toBeNull()
    expect(valueOf('per cent', { month: JUNE, numerator: 0, denominator: 7 })).toBe(0)
  })

  it('has an unknown share beside it: of all that ought to count', () => {
    expect(unknownShare('per cent', { numerator: 10, denominator: 75, unknown: 25 })).toBe(0.25)
    expect(unknownShare('count', { numerator: 75, denominator: null, unknown: 25 })).toBe(0.25)
    expect(unknownShare('per cent', { numerator: 0, denominator: 0, unknown: 0 })).toBe(0)
    expect(unknownShare('per cent', { numerator: 0, denominator: 0, unknown: 3 })).toBe(1)
  })
})

describe('MEA02 the interval of a figure', () => {
  it('is Wilson’s for a share', () => {
    // 81 of 263 is the worked example of Newcombe, Statistics in Medicine 17 (1998) 857-872.
    const interval = intervalOf('per cent', { month: JUNE, numerator: 81, denominator: 263 })
    expect(interval?.low).toBeCloseTo(25.53, 2)
    expect(interval?.high).toBeCloseTo(36.62, 2)
  })

  it('is that of the count for a count and a rate, around the value', () => {
    expect(intervalOf('count', { month: JUNE, numerator: 0, denominator: null })).toMatchObject({ low: 0 })
    const rate = { month: JUNE, numerator: 120, denominator: 40_000 }
    const interval = intervalOf('per 1,000 people', rate)
    const value = valueOf('per 1,000 people', rate) ?? 0
    expect(interval?.low).toBeLessThan(value)
    expect(interval?.high).toBeGreaterThan(value)
  })

  it('is none for a mean of days, nor without a value', () => {
    expect(intervalOf('days', { month: JUNE, numerator: 30, denominator: 10 })).toBeNull()
    expect(intervalOf('per cent', { month: JUNE, numerator: 0, denominator: 0 })).toBeNull()
  })
})

describe('MEA04 fresh', () => {
  const facts = {
    lastMonth: getCivilMonth('2026-05'),
    sourceAt: null,
    computedAt: new Date('2026-07-10T04:00:00Z'),
    availableAfter: 1,
    running: getCivilMonth('2026-07'),
    now: new Date('2026-07-10T12:00:00Z'),
  }

  it('is a measure whose last month is the one to be expected, computed last night', () => {
    expect(freshnessOf(facts).late).toBeNull()
    expect(freshnessOf({ ...facts, running: getCivilMonth('2026-08') }).late).toMatch(/May 2026; June 2026/)
    expect(freshnessOf({ ...facts, running: getCivilMonth('2026-08'), availableAfter: 2 }).late).toBeNull()
    expect(freshnessOf({ ...facts, now: new Date('2026-07-13T12:00:00Z') }).late).toMatch(/two days/)
  })

  it('is judged by the day on which a demonstration ends, and by London’s month', () => {
    const now = new Date('2026-06-30T23:30:00Z')
    expect(runningMonth(now, null)).toBe('2026-07')
    expect(runningMonth(now, '2024-03-10')).toBe('2024-03')
    expect(runningMonth(now, '2030-03-10')).toBe('2026-07')
  })
})

describe('MEA05 holds', () => {
  const target: Target = { value: 80, direction: 'at-least', months: 3 }
  const series = (values: readonly (number | null | undefined)[], unknown = 0) => ({
    unit: 'per cent' as const,
    late: null,
    figures: values.flatMap((value, i): HeldFigure[] =>
      value === undefined
        ? []
        : [{ month: monthNumber(i), value, numerator: value, denominator: value === null ? 0 : 100, unknown }],
    ),
  })
  const stateOf = (values: readonly (number | null | undefined)[]) => holdOf(series(values), target).state

  it('only when every one of the last whole months is there and keeps to the target', () => {
    expect(holdOf(series([70, 81, 80, 90]), target)).toMatchObject({ state: 'holding', monthsOnEnd: 3 })
    expect(stateOf([81, 80])).toBe('not-yet')
    expect(stateOf([])).toBe('not-yet')
    expect(stateOf([90, 90, undefined, 90])).toBe('not-yet')
    expect(stateOf([90, 90, null])).toBe('not-yet')
  })

  it('slips when it held right before, and is not held when it did not', () => {
    expect(stateOf([81, 82, 83, 79])).toBe('slipping')
    expect(stateOf([81, 82, 83, 79, 85])).toBe('slipping')
    expect(stateOf([81, 70, 83, 79])).toBe('not-held')
    expect(stateOf([79])).toBe('not-held')
    expect(holdOf(series([81, 82, 83, 79]), target).words).toMatch(/79\.0%.*at least 80\.0%.*held before/)
  })

  it('at most as well as at least', () => {
    expect(holdOf(series([80, 70, 60]), { ...target, direction: 'at-most' }).state).toBe('holding')
    expect(holdOf(series([80, 70, 81]), { ...target, direction: 'at-most' }).state).toBe('not-held')
  })

  it('never with more unknown than a fifth, nor when it is late', () => {
    expect(holdOf(series([90, 90, 90], 25), target).state).toBe('holding')
    expect(holdOf(series([90, 90, 90], 26), target)).toMatchObject({
      state: 'not-yet',
      words: expect.stringMatching(/21% is unknown/),
    })
    expect(holdOf({ ...series([90, 90, 90]), late: 'Late.' }, target)).toMatchObject({
      state: 'not-yet',
      words: 'Late.',
    })
  })
})

function monthNumber(i: number): CivilMonth {
  return addMonths(getCivilMonth('2026-01'), i)
}
