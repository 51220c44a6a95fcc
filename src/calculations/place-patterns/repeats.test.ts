import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exponentialDraw } from '#calculations/random/distributions.ts'
import { createRandom } from '#calculations/random/random.ts'
import { concentration } from './concentration.ts'
import { countRepeats, type Hit } from './repeat-counts.ts'
import { repeatShares } from './repeat-shares.ts'
import { repeatTiming } from './repeat-timing.ts'

const year = { first: 1, last: 365 }
const daily = { time: 'day' } as const

/** So many targets, each hit at its own rate a day, at any time alike. */
function hitsAtRandom(seed: string, targets: number, perDay: (target: number) => number): Hit[] {
  const random = createRandom(seed)
  return Array.from({ length: targets }, (_, i) => i).flatMap((target) => {
    const hits: Hit[] = []
    for (
      let at = exponentialDraw(random, 1 / perDay(target));
      at < 365;
      at += exponentialDraw(random, 1 / perDay(target))
    ) {
      hits.push({ target: `${target}`, day: 1 + Math.floor(at) })
    }
    return hits
  })
}

describe('Counting repeats', () => {
  const hits = [1, 1, 5, 365, 366, 0].map((day) => ({ target: day === 5 ? 'b' : 'a', day }))
  test('takes the first and the last day in, and no other', () => {
    const counted = countRepeats(hits, year, { by: 'victim', place: 'none' })
    expect(counted).toEqual({ kind: 'counted', events: 4, counts: new Map(Object.entries({ a: 3, b: 1 })) })
  })
  test('by place is refused for shared points, and by victim is not', () => {
    expect(countRepeats(hits, year, { by: 'place', place: 'snapped' })).toMatchObject({ reason: 'snapped' })
    expect(countRepeats(hits, year, { by: 'place', place: 'exact' }).kind).toBe('counted')
    expect(countRepeats(hits, year, { by: 'victim', place: 'snapped' }).kind).toBe('counted')
  })
  test('shares events out over those hit', () => {
    const counts = new Map(Object.entries({ a: 1, b: 1, c: 2, d: 6, e: 9 }))
    const shares = repeatShares(counts, 100)
    expect(shares).toMatchObject({ targets: 5, events: 19, repeatTargets: 3, eventsOnRepeats: 17, repeatEvents: 14 })
    expect(shares.byTimes.at(-1)).toEqual({ times: 5, targets: 2, events: 15 })
    // At 0.19 each: 1 - e^-0.19 (1 + 0.19) of a hundred.
    expect(shares.repeatTargetsByChance).toBeCloseTo(100 * (1 - Math.exp(-0.19) * 1.19), 6)
    expect(() => repeatShares(counts, 4)).toThrow(RangeError)
  })
})

describe('Concentration', () => {
  test('of a few by hand', () => {
    // Of ten, one has 6, one 2, two 1 each: half of the ten events is five sixths of the first.
    const found = concentration([6, 2, 1, 1], 10)
    expect(found?.shareWithHalf).toBeCloseTo(5 / 6 / 10, 12)
    // By rank from the least: (3 + 5 + 7 * 2 + 9 * 6) of ten times ten.
    expect(found?.gini).toBeCloseTo(0.76, 12)
    expect(found?.adjustedGini).toBe(found?.gini)
  })
  test('of one event each on a few of many looks like concentration, and is none once adjusted', () => {
    const found = concentration(
      Array.from({ length: 50 }, () => 1),
      1000,
    )
    expect(found?.gini).toBeCloseTo(0.95, 12)
    expect(found?.adjustedGini).toBeCloseTo(0, 12)
    expect(found?.shareWithHalf).toBeCloseTo(0.025, 12)
    expect(found?.byChance.shareWithHalf).toBeLessThan(0.025)
    expect(found?.p).toBeGreaterThan(0.5)
  })
  test('lies between none and all on one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 50 }), fc.nat(50), (counts, more) => {
        const found = concentration(counts, counts.length + more)
        if (found === undefined) return
        for (const { gini, adjustedGini, shareWithHalf } of [found, found.byChance]) {
          expect(gini).toBeGreaterThan(-1e-9)
          expect(gini).toBeLessThanOrEqual(1)
          expect(adjustedGini).toBeLessThanOrEqual(gini + 1e-9)
          expect(shareWithHalf).toBeLessThanOrEqual(0.5 + 1e-9)
        }
      }),
    )
    expect(concentration([0, 0], 5)).toBeUndefined()
    expect(() => concentration([1, 1], 1)).toThrow(RangeError)
  })
  test('where all are at the same risk is what is said of chance, and passes for it nineteen times in twenty', () => {
    let [half, beyond] = [0, 0]
    for (let seed = 0; seed < 200; seed++) {
      const counted = countRepeats(
        hitsAtRandom(`alike ${seed}`, 400, () => 0.5 / 365),
        year,
        { by: 'victim', place: 'none' },
      )
      if (counted.kind === 'refused') throw new Error(counted.words)
      const found = concentration(counted.counts.values(), 400)
      half += (found?.shareWithHalf ?? 0) - (found?.byChance.shareWithHalf ?? 0)
      if ((found?.p ?? 1) <= 0.05) beyond++
    }
    expect(Math.abs(half / 200)).toBeLessThan(0.003)
    expect(beyond).toBeLessThan(20)
    expect(beyond).toBeGreaterThan(1)
  })
})

describe('How soon a repeat comes', () => {
  test('follows each event for the days asked, and not beyond the end of the time', () => {
    const days = [1, 8, 40, 360, 362]
    const timing = repeatTiming(
      days.map((day) => ({ target: 'a', day })),
      year,
      10,
      daily,
      [7, 30],
    )
    // The last two cannot be followed for a week; 1 is followed by 8 in a week, 8 not by 40 within 30 days.
    expect(timing).toMatchObject({
      medianDays: 7,
      within: [
        { days: 7, followed: 3, again: 1 },
        { days: 30, followed: 3, again: 1 },
      ],
    })
  })
  test('agrees with chance where every target is always at the same risk', () => {
    const timing = repeatTiming(
      hitsAtRandom('steady', 2000, () => 2 / 365),
      year,
      2000,
      daily,
    )
    if (timing.kind === 'refused') throw new Error(timing.words)
    for (const { share, byChance } of timing.within) expect(Math.abs((share ?? 0) / byChance - 1)).toBeLessThan(0.15)
  })
  test('is far sooner than by chance where hits come in bursts', () => {
    const first = hitsAtRandom('bursts', 500, () => 0.5 / 365)
    const hits = first.flatMap((hit, i) => (i % 4 === 0 ? [hit, { ...hit, day: hit.day + 3 }] : [hit]))
    const timing = repeatTiming(hits, year, 500, daily, [7])
    if (timing.kind === 'refused') throw new Error(timing.words)
    expect((timing.within[0]?.share ?? 0) / (timing.within[0]?.byChance ?? 1)).toBeGreaterThan(8)
  })
  test('is refused of events dated by month', () => {
    expect(repeatTiming([], year, 10, { time: 'month' })).toMatchObject({ reason: 'month-precise' })
  })
})
