import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betaQuantile, betaShareBelow } from './beta.ts'
import { gammaQuantile, gammaShareBelow } from './gamma.ts'
import { normalQuantile, twoSidedZ } from './normal.ts'
import { poissonChance, poissonQuantile, poissonShareUpTo } from './poisson.ts'

describe('Normal quantiles', () => {
  test('agree with the worked values printed with Algorithm AS 241', () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 14)
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14)
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.2623400897984, 12)
    expect(twoSidedZ(0.95)).toBeCloseTo(1.959963984540054, 14)
  })
  test('are the same on both sides', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.5, noNaN: true }), (p) => {
        expect(normalQuantile(p)).toBeCloseTo(-normalQuantile(1 - p), 9)
      }),
    )
  })
  test('refuse a share of nothing or of everything', () => {
    expect(() => normalQuantile(0)).toThrow(RangeError)
    expect(() => normalQuantile(1)).toThrow(RangeError)
  })
})

describe('Quantiles undo shares', () => {
  const share = fc.double({ min: 0.0005, max: 0.9995, noNaN: true })
  const shape = fc.double({ min: 0.5, max: 20_000, noNaN: true })
  const count = fc.integer({ min: 1, max: 20_000 })
  test('for the gamma distribution', () => {
    fc.assert(
      fc.property(shape, share, (a, p) => {
        expect(gammaShareBelow(a, gammaQuantile(a, p))).toBeCloseTo(p, 8)
      }),
    )
  })
  test('for the beta distribution', () => {
    fc.assert(
      fc.property(count, count, share, (a, b, p) => {
        expect(betaShareBelow(a, b, betaQuantile(a, b, p))).toBeCloseTo(p, 6)
      }),
    )
  })
})

describe('Poisson counts', () => {
  test('add up: the chances of 0 to n are the share up to n', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0.01, max: 40, noNaN: true }), (count, mean) => {
        let sum = 0
        for (let i = 0; i <= count; i++) sum += poissonChance(i, mean)
        expect(poissonShareUpTo(count, mean)).toBeCloseTo(sum, 9)
      }),
    )
  })
  test('have as their quantile the first count to reach the share', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0, max: 3000, noNaN: true }),
        (p, mean) => {
          const count = poissonQuantile(p, mean)
          expect(poissonShareUpTo(count, mean)).toBeGreaterThanOrEqual(p)
          expect(poissonShareUpTo(count - 1, mean)).toBeLessThan(p)
        },
      ),
    )
  })
})
