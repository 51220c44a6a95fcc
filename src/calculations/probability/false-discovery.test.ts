import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { falseDiscoveryShares } from './false-discovery.ts'

describe('The share of false finds', () => {
  // The fifteen ps of the myocardial infarction example in Benjamini and Hochberg (1995).
  const printed = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ]
  test('makes the first four of fifteen finds, as in the worked example of its authors', () => {
    const finds = falseDiscoveryShares(printed).filter((q) => q <= 0.05)
    expect(finds.length).toBe(4)
    expect(falseDiscoveryShares(printed)[3]).toBeCloseTo((0.0095 * 15) / 4, 12)
  })
  test('keeps the order of the ps, wherever they stand', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }), (ps) => {
        const qs = falseDiscoveryShares(ps)
        const inOrder = ps.map((p, i) => [p, qs[i] ?? 0] as const).toSorted(([a], [b]) => a - b)
        expect(inOrder.filter(([p, q]) => q < p)).toEqual([])
        expect(inOrder.map(([, q]) => q)).toEqual([...qs].toSorted((a, b) => a - b))
      }),
    )
  })
  test('counts tests whose ps are not given', () => {
    expect([...falseDiscoveryShares([0.001, 0.5], 100)]).toEqual([0.1, 1])
  })
})
