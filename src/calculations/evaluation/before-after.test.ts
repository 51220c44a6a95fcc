import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { negativeBinomialDraw, poissonDraw } from '#calculations/random/distributions.ts'
import { createRandom, type Random } from '#calculations/random/random.ts'
import { percentChange } from './counts.ts'
import { weightedDisplacement } from './displacement.ts'
import { courseDispersion, monthlyDispersion } from './monthly-dispersion.ts'
import { FEWEST_BEFORE } from './not-evaluable.ts'
import { peakBefore } from './regression-to-mean.ts'
import { relativeEffect } from './relative-effect.ts'

const of = (before: number, after: number) => ({ before, after })
const count = fc.integer({ min: 10, max: 500 })

describe('The relative effect', () => {
  test('of a hundred down to 70 beside a hundred down to 90, by hand', () => {
    const found = relativeEffect(of(100, 70), of(100, 90))
    const error = Math.sqrt(1 / 100 + 1 / 70 + 1 / 100 + 1 / 90)
    if (found.kind === 'refused') throw new Error(found.words)
    expect(found.effect).toBeCloseTo(90 / 70, 12)
    expect(found.interval.low).toBeCloseTo((90 / 70) * Math.exp(-1.959964 * error), 6)
    expect(found.interval.high).toBeCloseTo((90 / 70) * Math.exp(1.959964 * error), 6)
    expect(found).toMatchObject({ verdict: 'not-shown', halvesAdded: false })
    expect(found.expected).toBeCloseTo(90, 9)
    expect(found.prevented.count).toBeCloseTo(20, 9)
    expect(percentChange(of(100, 70))).toBeCloseTo(-30, 12)
    expect(percentChange(of(0, 70))).toBeUndefined()
  })
  test('is above 1 for better and below 1 for worse, once the interval leaves 1 out', () => {
    expect(relativeEffect(of(200, 100), of(200, 200))).toMatchObject({ verdict: 'better' })
    expect(relativeEffect(of(100, 200), of(200, 200))).toMatchObject({ verdict: 'worse' })
    expect(relativeEffect(of(20, 16), of(200, 200))).toMatchObject({ verdict: 'not-shown' })
  })
  test('the other way round is its inverse, and dispersion widens it on both sides', () => {
    fc.assert(
      fc.property(count, count, count, count, (tb, ta, cb, ca) => {
        const [found, turned, wide] = [
          relativeEffect(of(tb, ta), of(cb, ca)),
          relativeEffect(of(cb, ca), of(tb, ta)),
          relativeEffect(of(tb, ta), of(cb, ca), { dispersion: 3 }),
        ]
        if (found.kind !== 'estimated' || turned.kind !== 'estimated' || wide.kind !== 'estimated') throw new Error()
        expect(found.effect * turned.effect).toBeCloseTo(1, 9)
        expect(found.interval.low * turned.interval.high).toBeCloseTo(1, 9)
        expect(wide.interval.low).toBeLessThan(found.interval.low)
        expect(wide.interval.high).toBeGreaterThan(found.interval.high)
        expect(found.prevented.count).toBeCloseTo(found.expected - ta, 6)
      }),
    )
  })
  test('of a nought is reckoned with a half added to all, and says so', () => {
    const found = relativeEffect(of(20, 0), of(20, 20))
    expect(found).toMatchObject({ halvesAdded: true, verdict: 'better' })
    expect(found.kind === 'estimated' && found.effect).toBeCloseTo((20.5 * 20.5) / (0.5 * 20.5), 9)
  })
  test('is not evaluable under ten before, or beside an area where nothing happens', () => {
    expect(relativeEffect(of(FEWEST_BEFORE - 1, 5), of(90, 90))).toMatchObject({ reason: 'too-few-before' })
    expect(relativeEffect(of(FEWEST_BEFORE, 5), of(90, 90)).kind).toBe('estimated')
    expect(relativeEffect(of(50, 5), of(0, 0))).toMatchObject({ reason: 'no-comparison' })
  })
})

describe('Over many seeds', () => {
  const shares = (draw: (random: Random, seed: number) => ReturnType<typeof relativeEffect>, truth: number) => {
    const found = Array.from({ length: 400 }, (_, seed) => draw(createRandom(`effect ${seed}`), seed))
    const held = found.filter(
      (one) => one.kind === 'estimated' && one.interval.low <= truth && truth <= one.interval.high,
    )
    const shown = found.filter((one) => one.kind === 'estimated' && one.verdict === 'better')
    const estimated = found.filter(({ kind }) => kind === 'estimated')
    return { held: held.length / estimated.length, shown: shown.length / 400 }
  }
  test.each([
    [1, 60],
    [1.5, 60],
    [1, 15],
  ])('the interval holds an effect of %d, from %d events, nineteen times in twenty', (truth, mean) => {
    const area = (random: Random, after = mean) => of(poissonDraw(random, mean), poissonDraw(random, after))
    const { held } = shares((random) => relativeEffect(area(random, mean / truth), area(random)), truth)
    // Of 400, 380 are expected; under 366 or over 393 has a chance of under one in a hundred.
    expect(held).toBeGreaterThan(0.914)
    expect(held).toBeLessThan(0.985)
  })
  test('an effect of a half of many is shown nearly always, and none hardly ever', () => {
    const area = (random: Random, after = 200) => of(poissonDraw(random, 200), poissonDraw(random, after))
    expect(shares((random) => relativeEffect(area(random, 100), area(random)), 2).shown).toBeGreaterThan(0.98)
    expect(shares((random) => relativeEffect(area(random), area(random)), 1).shown).toBeLessThan(0.045)
  })
  test('months that vary more than by chance break the plain interval, and not one with their dispersion', () => {
    // Variance three times the mean.
    const months = (random: Random, n: number) => Array.from({ length: n }, () => negativeBinomialDraw(random, 20, 10))
    const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0)
    const draw = (known: boolean) => (random: Random) => {
      const [t, c] = [months(random, 24), months(random, 24)]
      const before = [t.slice(0, 12), c.slice(0, 12)]
      const dispersion = known ? monthlyDispersion(before) : 1
      const [treated, comparison] = [t, c].map((all) => of(sum(all.slice(0, 12)), sum(all.slice(12))))
      return relativeEffect(treated ?? of(0, 0), comparison ?? of(0, 0), { dispersion })
    }
    expect(shares(draw(false), 1).held).toBeLessThan(0.85)
    expect(shares(draw(true), 1).held).toBeGreaterThan(0.9)
  })
})

test('Monthly dispersion is of each area about its own mean, and never below 1', () => {
  expect(monthlyDispersion([[5, 5, 5]])).toBe(1)
  expect(monthlyDispersion([])).toBe(1)
  // Means 10 and 40: (25 + 25) / 10 + (400 + 400) / 40 over two degrees of freedom.
  expect(
    monthlyDispersion([
      [5, 15],
      [20, 60],
      [0, 0],
    ]),
  ).toBeCloseTo(12.5, 12)
})

test('Two areas whose months go up and down together do not vary, however much they do', () => {
  expect(courseDispersion([10, 30, 5], [20, 60, 10])).toBe(1)
  // Fifteen expected in each of four cells, each five off: 4 x 25 / 15 over one degree of freedom.
  expect(courseDispersion([10, 20], [20, 10])).toBeCloseTo(20 / 3, 12)
  expect(courseDispersion([10, 20, 0], [20, 10, 0])).toBeCloseTo(20 / 3, 12)
  expect([courseDispersion([], []), courseDispersion([3, 4], [0, 0]), courseDispersion([3], [4])]).toEqual([1, 1, 1])
  expect(courseDispersion([12, 9, 31], [40, 55, 60])).toBeCloseTo(courseDispersion([40, 55, 60], [12, 9, 31]), 12)
})

describe('Weighted displacement', () => {
  // Ratios to a comparison of 100 throughout, so that the treated area gained 0.4 of it.
  test.each([
    [of(100, 40), 'wider', 1.5],
    [of(100, 80), 'shared', 0.5],
    [of(100, 100), 'neither', -0],
    [of(100, 120), 'displaced', -0.5],
    [of(100, 140), 'displaced', -1],
    [of(100, 160), 'worse', -1.5],
  ])('of a ring that went %o reads %s', (ring, reading, quotient) => {
    const found = weightedDisplacement(of(100, 60), of(100, 100), ring)
    expect(found).toMatchObject({ kind: 'estimated', reading })
    expect(found.kind === 'estimated' && found.quotient).toBeCloseTo(quotient, 12)
  })
  test('is not worked out where there is no gain to be moved, or too little to tell', () => {
    const ring = of(50, 40)
    expect(weightedDisplacement(of(100, 100), of(100, 130), ring)).toMatchObject({ reason: 'not-fallen' })
    expect(weightedDisplacement(of(100, 90), of(100, 80), ring)).toMatchObject({ reason: 'not-fallen' })
    expect(weightedDisplacement(of(9, 1), of(100, 80), ring)).toMatchObject({ reason: 'too-few-before' })
    expect(weightedDisplacement(of(100, 90), of(0, 0), ring)).toMatchObject({ reason: 'no-comparison' })
    expect(weightedDisplacement(of(100, 60), of(100, 100), of(3, 0))).toMatchObject({ halvesAdded: true })
  })
})

describe('A peak before', () => {
  test('is said, with what would have come by itself', () => {
    const peak = peakBefore([20, 24, 18, 22], 45)
    expect(peak).toMatchObject({ kind: 'peak', byItself: 21, words: expect.stringContaining('about 21') })
  })
  test('is none where the earlier times were as high, or vary as much', () => {
    expect(peakBefore([20, 24, 18, 22], 27).kind).toBe('usual')
    expect(peakBefore([20, 60, 5, 40], 70).kind).toBe('usual')
  })
  test('cannot be told from too few earlier times', () => {
    expect(peakBefore([20, 24], 45).kind).toBe('unknown')
    expect(peakBefore([20, 24, 20], 45).kind).toBe('peak')
  })
  test('is said of a usual time no more than about one time in twenty', () => {
    const random = createRandom('peak')
    const said = Array.from({ length: 1000 }, () => {
      const earlier = Array.from({ length: 5 }, () => poissonDraw(random, 30))
      return peakBefore(earlier, poissonDraw(random, 30)).kind
    })
    expect(said.filter((kind) => kind === 'peak').length).toBeLessThan(70)
  })
})
