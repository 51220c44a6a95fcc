import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareWithGroup } from './compare-with-group.ts'
import { rateRatio } from './rate-ratio.ts'

const exposed = fc.record({
  count: fc.integer({ min: 0, max: 3000 }),
  personYears: fc.integer({ min: 100, max: 3_000_000 }),
})

describe('Ratio of two rates', () => {
  test('of lung cancer in Fredericia and three other towns is the example in R’s poisson.test', () => {
    // 11 cases in 800 men of 55 to 59 against 21 in 3,011 (E. B. Andersen's data); R prints 1.971488, 0.858 to 4.277.
    const ratio = rateRatio({ count: 11, personYears: 800 }, { count: 6 + 8 + 7, personYears: 1083 + 1050 + 878 })
    expect(ratio?.ratio).toBeCloseTo(1.971488, 6)
    expect(ratio?.low).toBeCloseTo(0.8584264, 6)
    expect(ratio?.high).toBeCloseTo(4.2772659, 6)
  })
  test('holds its own value', () => {
    fc.assert(
      fc.property(exposed, exposed, (first, second) => {
        const ratio = rateRatio(first, second)
        if (!ratio) return
        expect(ratio.low).toBeLessThanOrEqual(ratio.ratio)
        expect(ratio.high).toBeGreaterThanOrEqual(ratio.ratio)
      }),
    )
  })
  test('turned about is one over it', () => {
    fc.assert(
      fc.property(exposed, exposed, (first, second) => {
        fc.pre(first.count > 0 && second.count > 0)
        const there = rateRatio(first, second)
        const back = rateRatio(second, first)
        expect((there?.ratio ?? 0) * (back?.ratio ?? 0)).toBeCloseTo(1, 9)
        expect((there?.low ?? 0) * (back?.high ?? 0)).toBeCloseTo(1, 6)
      }),
    )
  })
  test('is not to be had from no events, and has no top where the second has none', () => {
    expect(rateRatio({ count: 0, personYears: 9 }, { count: 0, personYears: 9 })).toBeUndefined()
    expect(rateRatio({ count: 4, personYears: 9 }, { count: 0, personYears: 9 })?.high).toBe(Infinity)
    expect(() => rateRatio({ count: 4, personYears: 0 }, { count: 3, personYears: 9 })).toThrow(RangeError)
  })
})

describe('An area beside its comparison group', () => {
  const group = [
    { count: 500, personYears: 50_000 },
    { count: 480, personYears: 50_000 },
  ]
  test('is higher or lower only when chance is left out', () => {
    expect(compareWithGroup({ count: 900, personYears: 50_000 }, group).kind).toBe('higher')
    expect(compareWithGroup({ count: 200, personYears: 50_000 }, group).kind).toBe('lower')
    expect(compareWithGroup({ count: 505, personYears: 50_000 }, group).kind).toBe('no-difference-shown')
  })
  test('is not judged on a handful', () => {
    expect(compareWithGroup({ count: 4, personYears: 50 }, group).kind).toBe('too-few')
    expect(compareWithGroup({ count: 400, personYears: 50 }, []).kind).toBe('too-few')
  })
})
