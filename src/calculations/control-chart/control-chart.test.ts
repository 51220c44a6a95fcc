import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths, getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { individualsChart } from './individuals-chart.ts'
import { individualsLimits, rateLimits } from './limits.ts'
import { rateChart } from './rate-chart.ts'

const start = getCivilMonth('2018-01')
const series = (values: readonly number[]) => values.map((value, i) => ({ month: addMonths(start, i), value }))
const values = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 12, maxLength: 40 })

describe('Limits', () => {
  test('of single values are those of the flowrate example in the NIST handbook, 6.3.2.2', () => {
    const limits = individualsLimits([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1])
    expect(limits.mean).toBeCloseTo(50.81, 2)
    expect(limits.high).toBeCloseTo(55.8041, 3)
    expect(limits.low).toBeCloseTo(45.8159, 3)
  })
  test('of rates are those of the dyed cloth example in Montgomery, Introduction to statistical quality control', () => {
    const units = [10, 8, 13, 10, 9.5, 10, 12, 10.5, 12, 12.5]
    const defects = [14, 12, 20, 11, 7, 10, 21, 16, 19, 23]
    const cloth = units.map((exposure, i) => ({ exposure, count: defects[i] ?? 0 }))
    const { mean, limits } = rateLimits(cloth, 'u')
    expect(mean).toBeCloseTo(1.42, 2)
    expect(limits[0]?.high).toBeCloseTo(2.555, 2)
    expect(limits[0]?.low).toBeCloseTo(0.29, 2)
    expect(limits[1]?.high).toBeCloseTo(2.68, 1)
    expect(limits[2]?.low).toBeCloseTo(0.43, 2)
  })
  test('by Laney are those of single values when nothing changes but the count, as he shows', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 900 }), (counts, exposure) => {
        fc.pre(counts.some((count) => count > 0))
        const { mean, limits } = rateLimits(
          counts.map((count) => ({ count, exposure })),
          'laney-u',
        )
        const single = individualsLimits(counts.map((count) => count / exposure))
        expect(mean).toBeCloseTo(single.mean, 9)
        expect(limits[0]?.high).toBeCloseTo(single.high, 9)
        expect(limits[0]?.low).toBeCloseTo(Math.max(0, single.low), 9)
      }),
    )
  })
})

describe('A control chart', () => {
  test('is refused below twelve months on end', () => {
    expect(individualsChart(series(Array(11).fill(5)))).toMatchObject({ kind: 'too-few', monthsOnEnd: 11 })
    expect(individualsChart(series(Array(12).fill(5))).kind).toBe('chart')
    expect(individualsChart([])).toEqual({ kind: 'too-few', points: [], monthsOnEnd: 0 })
  })
  test('counts months on end from the latest back: a gap breaks the series', () => {
    const months = series([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20])
    const broken = months.filter((_, i) => i !== 5)
    const chart = individualsChart(broken)
    expect(chart.kind === 'chart' && chart.points.length).toBe(14)
    expect(chart.kind === 'chart' && chart.earlier.length).toBe(5)
    expect(individualsChart(months.filter((_, i) => i !== 10))).toMatchObject({ kind: 'too-few', monthsOnEnd: 9 })
  })
  test('does not care in which order the months come, and refuses one given twice', () => {
    const months = series([3, 8, 2, 9, 4, 7, 5, 6, 1, 8, 2, 7, 3])
    expect(individualsChart(months.toReversed())).toEqual(individualsChart(months))
    expect(() => individualsChart([...months, ...months])).toThrow('given twice')
  })
  test('rings the month outside the limits', () => {
    const chart = individualsChart(series([10, 11, 10, 9, 40, 10, 11, 9, 10, 10, 9, 11]))
    expect(chart.kind === 'chart' && chart.signals).toEqual([
      { rule: 'outside-limits', side: 'above', months: ['2018-05'] },
    ])
  })
  test('sees eight on a side, and not seven', () => {
    const eight = individualsChart(series([5, 9, 5, 9, 5, 5, 8, 8, 8, 8, 8, 8, 8, 8, 5, 4]))
    expect(eight.kind === 'chart' && eight.signals).toMatchObject([{ rule: 'eight-on-a-side', side: 'above' }])
    expect(eight.kind === 'chart' && eight.signals[0]?.months.length).toBe(8)
    const seven = individualsChart(series([5, 9, 5, 9, 5, 5, 8, 8, 8, 8, 8, 8, 8, 5, 4]))
    expect(seven.kind === 'chart' && seven.signals).toEqual([])
  })
  test('gives no signal where nothing changes', () => {
    const chart = rateChart(
      Array.from({ length: 12 }, (_, i) => ({ month: addMonths(start, i), count: 0, population: 9 })),
    )
    expect(chart).toMatchObject({ kind: 'chart', mean: 0, signals: [] })
  })
  test('has a signal outside the limits for each ringed month, and no other', () => {
    fc.assert(
      fc.property(values, (counts) => {
        const chart = individualsChart(series(counts), { lowest: 0 })
        if (chart.kind !== 'chart') throw new Error('twelve months make a chart')
        const ringed = chart.points.filter(({ outside }) => outside).map(({ month }) => month)
        const signalled = chart.signals.filter(({ rule }) => rule === 'outside-limits').flatMap(({ months }) => months)
        expect(signalled).toEqual(ringed)
        for (const { low } of chart.points) expect(low).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('A control chart of rates', () => {
  const months = Array.from({ length: 14 }, (_, i) => ({ month: addMonths(start, i), count: 300, population: 100_000 }))
  test('makes months equally long: the same count in February is a higher rate', () => {
    const chart = rateChart(months)
    if (chart.kind !== 'chart') throw new Error('fourteen months make a chart')
    const [january, february] = chart.points
    expect((february?.value ?? 0) / (january?.value ?? 1)).toBeCloseTo(31 / 28, 9)
  })
  test('narrows the limits of a month with more residents', () => {
    const grown = months.map((m, i) => (i === 13 ? { ...m, count: 1200, population: 400_000 } : m))
    const chart = rateChart(grown, 'u')
    if (chart.kind !== 'chart') throw new Error('fourteen months make a chart')
    expect(chart.points[13]?.high).toBeLessThan(chart.points[12]?.high ?? 0)
  })
  test('is refused over nobody', () => {
    expect(() => rateChart(months.map((m) => ({ ...m, population: 0 })))).toThrow('no residents')
  })
})
