import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byarCountInterval, countInterval, exactCountInterval } from './count-interval.ts'

describe('The exact interval of a count', () => {
  // E. S. Pearson and H. O. Hartley, Biometrika Tables for Statisticians, volume I, table 40 (95%).
  test.each([
    [0, 0, 3.689],
    [1, 0.0253, 5.572],
    [5, 1.623, 11.668],
    [10, 4.795, 18.39],
    [50, 37.11, 65.92],
  ])('of %i is printed in the Biometrika tables', (count, low, high) => {
    const interval = exactCountInterval(count)
    expect(interval.low).toBeCloseTo(low, 2)
    expect(interval.high).toBeCloseTo(high, 2)
  })
  test('of 14 events in 400 person-years is the worked example in the StatsDirect manual', () => {
    const interval = exactCountInterval(14)
    expect(interval.low / 400).toBeCloseTo(0.019135, 6)
    expect(interval.high / 400).toBeCloseTo(0.058724, 6)
  })
  test('of 137 deaths against 24.19893 expected is the Welsh nickel workers example of Breslow and Day', () => {
    // As printed by R's poisson.test(137, 24.19893).
    const interval = exactCountInterval(137)
    expect(interval.low / 24.19893).toBeCloseTo(4.753125, 5)
    expect(interval.high / 24.19893).toBeCloseTo(6.692709, 5)
  })
})

describe("Byar's interval of a count", () => {
  // The counts that Public Health England's PHEindicatormethods package is tested on; values by its formula.
  test.each([
    [65, 0.95, 50.1632, 82.8491],
    [1045, 0.95, 982.5932, 1110.3312],
    [65, 0.998, 42.8803, 94.0003],
    [1045, 0.998, 947.9407, 1148.8062],
    [10, 0.998, 2.9163, 24.1937],
  ])('of %i at %d', (count, confidence, low, high) => {
    const interval = byarCountInterval(count, confidence)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })
  test('is within 0.2% of the exact one for ten or more, as the technical guide says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 20_000 }), (count) => {
        const byar = byarCountInterval(count)
        const exact = exactCountInterval(count)
        expect(Math.abs(byar.low / exact.low - 1)).toBeLessThan(0.002)
        expect(Math.abs(byar.high / exact.high - 1)).toBeLessThan(0.002)
      }),
    )
  })
})

describe('An interval', () => {
  test('holds its count, and widens with the confidence asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (count) => {
        const narrow = countInterval(count, 0.95)
        const wide = countInterval(count, 0.998)
        expect(narrow.low).toBeLessThanOrEqual(count)
        expect(narrow.high).toBeGreaterThan(count)
        expect(wide.low).toBeLessThanOrEqual(narrow.low)
        expect(wide.high).toBeGreaterThan(narrow.high)
      }),
    )
  })
  test('is refused for less than nothing', () => {
    expect(() => countInterval(-1)).toThrow(RangeError)
    expect(() => byarCountInterval(Number.NaN)).toThrow(RangeError)
  })
})
