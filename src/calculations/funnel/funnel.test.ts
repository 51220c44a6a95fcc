import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { poissonShareUpTo } from '#calculations/probability/poisson.ts'
import { createRandom } from '#calculations/random/random.ts'
import { poissonDraw } from '#calculations/random/distributions.ts'
import { funnelLimits, widenedFunnelLimits } from './funnel-limits.ts'
import { funnelPlot } from './funnel-plot.ts'

describe('Funnel limits', () => {
  test('interpolate the exact Poisson tails as Spiegelhalter’s appendix does', () => {
    // 10 expected: P(4 or fewer) = 0.0293 and P(3 or fewer) = 0.0103 (any Poisson table), so 2.5% falls between.
    const { low, high } = funnelLimits(10, 1000, 0.95)
    expect(low).toBeCloseTo(4 - (0.029253 - 0.025) / 0.018917, 3)
    // P(17 or fewer) = 0.9857 and P(16 or fewer) = 0.9730.
    expect(high).toBeCloseTo(17 - (0.985722 - 0.975) / 0.012764, 3)
  })
  test('hold the share of counts that they promise', () => {
    fc.assert(
      fc.property(fc.double({ min: 5, max: 400, noNaN: true }), (expected) => {
        const { low, high } = funnelLimits(expected, 1000, 0.95)
        const inside = poissonShareUpTo(Math.floor(high), expected) - poissonShareUpTo(Math.ceil(low) - 1, expected)
        expect(inside).toBeGreaterThan(0.9)
      }),
    )
  })
  test('narrow as areas grow, and widen with confidence', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 90, noNaN: true }),
        fc.integer({ min: 2000, max: 500_000 }),
        (rate, size) => {
          const small = funnelLimits(rate, size, 0.95)
          const large = funnelLimits(rate, size * 4, 0.95)
          const sure = funnelLimits(rate, size, 0.998)
          expect(large.high).toBeLessThan(small.high)
          expect(sure.high).toBeGreaterThan(small.high)
          expect(sure.low).toBeLessThanOrEqual(small.low)
        },
      ),
    )
  })
  test('widened by nothing are near the exact ones where many events are expected', () => {
    const exact = funnelLimits(20, 100_000, 0.95)
    const wide = widenedFunnelLimits(20, 100_000, 0.95, 1)
    expect(wide.low / exact.low).toBeCloseTo(1, 2)
    expect(wide.high / exact.high).toBeCloseTo(1, 2)
  })
})

describe('A funnel plot', () => {
  const random = createRandom('funnel')
  const alike = Array.from({ length: 400 }, (_, i) => {
    const personYears = 2000 + i * 50
    return { id: `${i}`, name: `Area ${i}`, personYears, count: poissonDraw(random, personYears * 0.02) }
  })
  test('finds about one area in twenty outside when only chance is at work', () => {
    const funnel = funnelPlot(alike)
    expect(funnel.target).toBeCloseTo(20, 0)
    expect(funnel.dispersion).toBeGreaterThan(0.6)
    expect(funnel.dispersion).toBeLessThan(1.2)
    const outside = funnel.areas.filter(({ place }) => place !== 'inside').length
    expect(outside).toBeGreaterThan(5)
    expect(outside).toBeLessThan(40)
  })
  test('says how much more the areas differ than by chance, and widens on request', () => {
    const different = alike.map((area, i) => ({ ...area, count: area.count * (i % 2 === 0 ? 2 : 1) }))
    const plain = funnelPlot(different)
    const wide = funnelPlot(different, { widen: true })
    expect(plain.dispersion).toBeGreaterThan(5)
    expect(wide.widened).toBe(true)
    const outside = (funnel: typeof plain) => funnel.areas.filter(({ place }) => place !== 'inside').length
    expect(outside(wide)).toBeLessThan(outside(plain) / 4)
  })
  test('compares with a target where one is given, and leaves out areas without residents', () => {
    const funnel = funnelPlot(
      [
        { id: 'a', name: 'A', count: 90, personYears: 1000 },
        { id: 'b', name: 'B', count: 3, personYears: 0 },
      ],
      {
        targetPerThousand: 20,
      },
    )
    expect(funnel.areas).toMatchObject([{ id: 'a', place: 'outside-998', side: 'above', rate: 90 }])
    expect(funnelPlot([])).toMatchObject({ areas: [], curve: [] })
  })
})
