import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pick, shuffle, weightedChoice } from './choices.ts'
import { gammaDraw, integerDraw, negativeBinomialDraw, normalDraw, poissonDraw } from './distributions.ts'
import { createRandom } from './random.ts'

function momentsOf(draw: () => number, n = 20_000): { mean: number; variance: number } {
  const drawn = Array.from({ length: n }, draw)
  const mean = drawn.reduce((a, b) => a + b, 0) / n
  return { mean, variance: drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n }
}

describe('A generator', () => {
  test('gives the same numbers for the same seed, for ever', () => {
    const random = createRandom('frankpledge')
    const drawn = [random.next(), random.next(), random.next()].map((x) => x * 4294967296)
    expect(drawn).toMatchInlineSnapshot(`
      [
        1948596305,
        4180461436,
        1924181694,
      ]
    `)
  })
  test('splits by name, whatever was drawn before', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat({ max: 50 }), (seed, name, draws) => {
        const fresh = createRandom(seed)
        const used = createRandom(seed)
        for (let i = 0; i < draws; i++) used.next()
        expect(used.split(name).next()).toBe(fresh.split(name).next())
      }),
    )
  })
  test('gives other numbers for another name, and keeps the parts of a name apart', () => {
    const random = createRandom(1)
    expect(random.split('a').next()).not.toBe(random.split('b').next())
    expect(random.split('ab').split('c').next()).not.toBe(random.split('a').split('bc').next())
  })
  test('is even: each tenth is drawn about a tenth of the time, whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = createRandom(seed)
        const tenths = Array.from({ length: 10 }, () => 0)
        for (let i = 0; i < 5000; i++) {
          const tenth = Math.floor(random.next() * 10)
          tenths[tenth] = (tenths[tenth] ?? 0) + 1
        }
        // Chi-square with nine degrees of freedom: beyond 45 less than once in a million.
        expect(tenths.reduce((sum, n) => sum + (n - 500) ** 2 / 500, 0)).toBeLessThan(45)
      }),
    )
  })
})

describe('Distributions have the mean and variance they should', () => {
  const random = createRandom('moments')
  test('normal', () => {
    const { mean, variance } = momentsOf(() => normalDraw(random, 3, 2))
    expect(Math.abs(mean - 3)).toBeLessThan(0.06)
    expect(Math.abs(variance - 4)).toBeLessThan(0.2)
  })
  test.each([0.2, 3, 9.9, 10, 40, 900])('Poisson of %d', (expected) => {
    const { mean, variance } = momentsOf(() => poissonDraw(random, expected))
    expect(Math.abs(mean - expected)).toBeLessThan(5 * Math.sqrt(expected / 20_000))
    expect(Math.abs(variance / expected - 1)).toBeLessThan(0.06)
  })
  test.each([0.3, 1, 7.5])('gamma of shape %d', (shape) => {
    const { mean, variance } = momentsOf(() => gammaDraw(random, shape))
    expect(Math.abs(mean / shape - 1)).toBeLessThan(0.08)
    expect(Math.abs(variance / shape - 1)).toBeLessThan(0.15)
  })
  test('negative binomial clumps: variance is mean + mean² / size', () => {
    const { mean, variance } = momentsOf(() => negativeBinomialDraw(random, 12, 3))
    expect(Math.abs(mean / 12 - 1)).toBeLessThan(0.03)
    expect(Math.abs(variance / (12 + 48) - 1)).toBeLessThan(0.08)
  })
  test('whole numbers reach both ends', () => {
    const drawn = new Set(Array.from({ length: 500 }, () => integerDraw(random, -1, 2)))
    expect([...drawn].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2])
  })
})

describe('Choices', () => {
  test('come as often as their weights say, and never at nought', () => {
    const random = createRandom('weights')
    const choose = weightedChoice([
      ['never', 0],
      ['once', 1],
      ['thrice', 3],
    ])
    const drawn = Array.from({ length: 8000 }, () => choose(random))
    expect(drawn).not.toContain('never')
    expect(drawn.filter((item) => item === 'thrice').length / 8000).toBeCloseTo(0.75, 1)
  })
  test('shuffling keeps every item', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const shuffled = shuffle(createRandom(seed), items)
        expect(shuffled.toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b))
      }),
    )
  })
  test('from nothing are refused', () => {
    expect(() => weightedChoice([['a', 0]])).toThrow('nothing to choose from')
    expect(() => pick(createRandom(1), [])).toThrow(RangeError)
  })
})
