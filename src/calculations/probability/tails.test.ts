import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gammaShareAbove, gammaShareBelow } from './gamma.ts'
import { negativeBinomialShareFrom } from './negative-binomial.ts'
import { normalShareAbove } from './normal-share.ts'
import { normalQuantile } from './normal.ts'
import { pearsonThreeShareAbove } from './pearson-three.ts'
import { poissonShareUpTo } from './poisson.ts'
import { twoSidedT } from './student.ts'

describe('The share above', () => {
  test('of a gamma distribution is what is not below, and is right where that is nought', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 500, noNaN: true }),
        fc.double({ min: 0, max: 900, noNaN: true }),
        (shape, x) => {
          expect(gammaShareAbove(shape, x) + gammaShareBelow(shape, x)).toBeCloseTo(1, 9)
        },
      ),
    )
    // Of shape 1 it is the exponential; of shape 0.25, R: pgamma(0.01, 0.25, lower = FALSE) = 0.6518.
    expect(gammaShareAbove(1, 300) / Math.exp(-300)).toBeCloseTo(1, 9)
    expect(gammaShareAbove(0.25, 0.01)).toBeCloseTo(0.6518135, 6)
  })
  test('of the normal distribution undoes its quantile, and is printed in every table', () => {
    expect(normalShareAbove(1.959963984540054)).toBeCloseTo(0.025, 12)
    expect(normalShareAbove(-1)).toBeCloseTo(0.8413447460685429, 12)
    expect(normalShareAbove(10) / 7.61985302416e-24).toBeCloseTo(1, 9)
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 0.999, noNaN: true }), (p) => {
        expect(normalShareAbove(-normalQuantile(p)) / p).toBeCloseTo(1, 9)
      }),
    )
  })
  test('of a lopsided distribution is that of the gamma it is, and turns round with its skewness', () => {
    // A gamma of shape 4 has mean 4, deviation 2 and skewness 1.
    expect(pearsonThreeShareAbove(2, 1)).toBeCloseTo(gammaShareAbove(4, 8), 12)
    expect(pearsonThreeShareAbove(-2, -1)).toBeCloseTo(1 - gammaShareAbove(4, 8), 12)
    expect(pearsonThreeShareAbove(1.5, 0)).toBe(normalShareAbove(1.5))
    expect(pearsonThreeShareAbove(1.5, 1e-3)).toBeCloseTo(normalShareAbove(1.5), 3)
  })
  test('of a negative binomial count is the sum of its chances, and nears the Poisson as it ceases to clump', () => {
    // Size 1 is the geometric distribution: P(k or more) = (mean / (1 + mean))^k.
    expect(negativeBinomialShareFrom(5, 2, 1)).toBeCloseTo((2 / 3) ** 5, 12)
    expect(negativeBinomialShareFrom(60, 2, 1) / (2 / 3) ** 60).toBeCloseTo(1, 9)
    expect(negativeBinomialShareFrom(8, 4, 1e9)).toBeCloseTo(1 - poissonShareUpTo(7, 4), 6)
    expect(negativeBinomialShareFrom(0, 4, 2)).toBe(1)
  })
})

test('Student’s t is printed in every table', () => {
  expect(twoSidedT(0.95, 1)).toBeCloseTo(12.706, 3)
  expect(twoSidedT(0.95, 10)).toBeCloseTo(2.228, 3)
  expect(twoSidedT(0.99, 30)).toBeCloseTo(2.75, 3)
  expect(twoSidedT(0.95, 100_000)).toBeCloseTo(1.96, 3)
  expect(() => twoSidedT(0.95, 0)).toThrow(RangeError)
})
