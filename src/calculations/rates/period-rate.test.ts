import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths, getCivilMonth, monthsBetween } from '#calculations/calendar/civil-month.ts'
import { periodRate, yearsCovered } from './period-rate.ts'
import { ratePerThousand } from './rate.ts'

const month = getCivilMonth
const year = monthsBetween(month('2018-07'), month('2019-06')).map((m) => ({ month: m, count: 3000 }))
const base = { first: month('2018-07'), last: month('2019-06'), population: 2_400_000, populationYear: 2017 }

describe('Rate per 1,000 residents', () => {
  test('is incidents in twelve months over residents, times 1,000', () => {
    const result = periodRate({ ...base, counts: year })
    expect(result).toMatchObject({ kind: 'whole', rate: { count: 36_000, perThousand: 15 } })
    expect(result.meaning).toBe('per 1,000 residents (mid-2017 estimate) in the 12 months July 2018 to June 2019')
  })
  test('is scaled from the months that are loaded, and says which and which not', () => {
    const counts = ['2018-06', '2018-10', '2018-11', '2018-12', '2019-01'].map((m) => ({
      month: month(m),
      count: 3100,
    }))
    const result = periodRate({ ...base, counts })
    expect(result.kind).toBe('scaled')
    expect(result.counted).toEqual(['2018-10', '2018-11', '2018-12', '2019-01'])
    expect(result.meaning).toContain('scaled up from 4 months (October 2018 to January 2019).')
    expect(result.meaning).toContain('July 2018 to September 2018 and February 2019 to June 2019 are not loaded.')
  })
  test('counts a month with nothing in it as a month', () => {
    const result = periodRate({ ...base, counts: year.map((entry, i) => (i === 0 ? { ...entry, count: 0 } : entry)) })
    expect(result).toMatchObject({ kind: 'whole', rate: { count: 33_000 } })
  })
  test('is none when no month is loaded or nobody lives there', () => {
    expect(periodRate({ ...base, counts: [] }).kind).toBe('none')
    expect(periodRate({ ...base, counts: year, population: 0 })).toMatchObject({
      kind: 'none',
      meaning: 'Nobody is recorded as living here, so there is a count but no rate.',
    })
  })
  test('is refused over nobody', () => {
    expect(() => ratePerThousand(3, 0)).toThrow(RangeError)
  })
})

describe('Years covered', () => {
  const anyMonth = fc.integer({ min: -800, max: 800 }).map((n) => addMonths(month('2000-01'), n))
  test('are whole for twelve months on end, leap year or not', () => {
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: 1, max: 5 }), (first, years) => {
        expect(yearsCovered(monthsBetween(first, addMonths(first, years * 12 - 1)))).toBeCloseTo(years, 12)
      }),
    )
  })
  test('grow with every month', () => {
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: 1, max: 40 }), (first, n) => {
        const months = monthsBetween(first, addMonths(first, n))
        expect(yearsCovered(months)).toBeGreaterThan(yearsCovered(months.slice(1)))
      }),
    )
  })
  test('go by days: February is the shortest', () => {
    expect(yearsCovered([month('2019-02')])).toBeCloseTo(28 / 365, 12)
    expect(yearsCovered([month('2019-01')])).toBeCloseTo(31 / 365, 12)
  })
})
