import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binomialQuantile, binomialShareUpTo } from '#calculations/probability/binomial.ts'
import { createRandom } from '#calculations/random/random.ts'
import { proportionFunnel, shareLimits } from './proportion-funnel.ts'

describe('Binomial shares', () => {
  test('are those of any table', () => {
    // 10 trials at one half: 1, 11, 56, 176, 386 of 1024.
    expect([0, 1, 2, 3, 4].map((k) => binomialShareUpTo(k, 10, 0.5) * 1024)).toEqual(
      [1, 11, 56, 176, 386].map((share) => expect.closeTo(share, 9)),
    )
    expect([binomialShareUpTo(-1, 10, 0.5), binomialShareUpTo(10, 10, 0.5)]).toEqual([0, 1])
    expect([binomialQuantile(0.025, 10, 0.5), binomialQuantile(0.975, 10, 0.5)]).toEqual([2, 8])
  })
})

describe('Limits of a share', () => {
  test('leave less than a fortieth beyond each, and no count less would do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (of, target) => {
        const { low, high } = shareLimits(target, of, 0.95)
        expect(binomialShareUpTo(low - 1, of, target)).toBeLessThan(0.025)
        expect(1 - binomialShareUpTo(high, of, target)).toBeLessThanOrEqual(0.025 + 1e-12)
        expect(1 - binomialShareUpTo(high - 1, of, target)).toBeGreaterThan(0.025 - 1e-12)
        expect([low >= 0, low <= high, high <= of]).toEqual([true, true, true])
      }),
    )
  })
})

describe('A funnel of shares', () => {
  test('has an area outside exactly where its count lies beyond the limits of its size', () => {
    const share = fc
      .integer({ min: 1, max: 400 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))
    fc.assert(
      fc.property(fc.array(share, { minLength: 2, maxLength: 8 }), (shares) => {
        const given = shares.map(([count, of], at) => ({ id: `${at}`, name: 'x', count, of }))
        const { areas, target } = proportionFunnel(given)
        for (const { count, size, place } of areas) {
          const beyond = (confidence: number) => {
            const { low, high } = shareLimits(target / 100, size, confidence)
            return count < low || count > high
          }
          expect(place).toBe(beyond(0.998) ? 'outside-998' : beyond(0.95) ? 'outside-95' : 'inside')
        }
      }),
    )
  })

  test('finds few areas outside when only chance is at work', () => {
    const random = createRandom('shares')
    const areas = Array.from({ length: 400 }, (_, at) => {
      const of = 20 + at
      return {
        id: `${at}`,
        name: `Area ${at}`,
        of,
        count: Array.from({ length: of }).filter(() => random.next() < 0.7).length,
      }
    })
    const funnel = proportionFunnel(areas)
    expect(funnel.target).toBeCloseTo(70, 0)
    expect(funnel.dispersion).toBeGreaterThan(0.6)
    expect(funnel.dispersion).toBeLessThan(1.3)
    const outside = funnel.areas.filter(({ place }) => place !== 'inside').length
    expect(outside).toBeGreaterThan(2)
    expect(outside).toBeLessThan(30)
  })

  test('finds the area that is unlike the rest, and says on which side', () => {
    const alike = Array.from({ length: 9 }, (_, at) => ({ id: `${at}`, name: `Area ${at}`, count: 36, of: 40 }))
    const { areas } = proportionFunnel([...alike, { id: 'x', name: 'X', count: 12, of: 40 }])
    expect(areas.filter(({ place }) => place !== 'inside')).toMatchObject([
      { id: 'x', place: 'outside-998', side: 'below', rate: 30, size: 40 },
    ])
  })

  test('has nobody outside where all did it, or one of one did', () => {
    const funnel = proportionFunnel([
      { id: 'a', name: 'A', count: 5, of: 5 },
      { id: 'b', name: 'B', count: 1, of: 1 },
      { id: 'c', name: 'C', count: 0, of: 0 },
    ])
    expect(funnel.areas.map(({ id, place }) => [id, place])).toEqual([
      ['a', 'inside'],
      ['b', 'inside'],
    ])
    expect(proportionFunnel([])).toMatchObject({ areas: [], curve: [], target: 0 })
    expect(() => proportionFunnel([{ id: 'a', name: 'A', count: 2, of: 1 }])).toThrow(RangeError)
  })
})
