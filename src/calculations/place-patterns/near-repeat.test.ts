import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '#calculations/random/random.ts'
import { FEWEST_EVENTS, nearRepeat, type NearRepeatOptions } from './near-repeat.ts'
import { nearPairs } from './near-pairs.ts'
import { plainKnox, plainKnoxShuffles } from './testing-plain-knox.ts'
import { madeUpEvents } from './testing-places.ts'

const precision = { time: 'day', place: 'exact' } as const
const options = { metres: [100, 200, 400], days: [7, 14], shuffles: 99, seed: 'knox' }

function tested(events: ReturnType<typeof madeUpEvents>, given: Partial<NearRepeatOptions> = {}) {
  const result = nearRepeat({ ...events, precision }, { ...options, ...given })
  if (result.kind === 'refused') throw new Error(result.words)
  return result
}

describe('Pairs near in space and time', () => {
  test('are those that looking at every pair finds, whatever the points and bands', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2000), fc.nat(2000), fc.nat(60)), { minLength: FEWEST_EVENTS, maxLength: 60 }),
        fc.constantFrom([0], [0, 100], [250, 500], [1, 3000]),
        (made, metres) => {
          const points = { x: Float64Array.from(made, ([x]) => x), y: Float64Array.from(made, ([, y]) => y) }
          const day = Int32Array.from(made, ([, , d]) => d)
          const { bands } = tested({ points, day }, { metres, days: [0, 7, 30], shuffles: 1 })
          expect(bands.map(({ observed }) => observed)).toEqual(plainKnox(points, day, metres, [0, 7, 30]))
        },
      ),
      { numRuns: 50 },
    )
  })
  test('are as many on average over shuffles as are said to be expected', () => {
    const { points, day } = madeUpEvents(createRandom('expected'), 150, 2000)
    const { bands } = tested({ points, day })
    const drawn = plainKnoxShuffles(points, day, options.metres, options.days, 150)
    bands.forEach(({ expected }, band) => {
      const mean = drawn.reduce((sum, counts) => sum + (counts[band] ?? 0), 0) / drawn.length
      expect(Math.abs(mean - expected)).toBeLessThan(5 * Math.sqrt(expected / drawn.length) + 0.1)
    })
  })
  test('of a band include its far end and not its near one', () => {
    const x = Float64Array.from({ length: FEWEST_EVENTS }, (_, i) => i * 5000)
    x[1] = 100
    const points = { x, y: new Float64Array(x.length) }
    const day = Int32Array.from(x, (_, i) => i * 100)
    day[1] = 7
    const at = (metres: number[], days: number[]) =>
      tested({ points, day }, { metres, days }).bands.map((b) => b.observed)
    expect(at([99, 100], [6, 7])).toEqual([0, 0, 0, 1])
    expect(at([100, 101], [7, 8])).toEqual([1, 0, 0, 0])
  })
  test('are given up where there are more than can be held', () => {
    const points = { x: new Float64Array(20), y: new Float64Array(20) }
    expect(nearPairs(points, [0], 189)).toBeUndefined()
    expect(nearPairs(points, [0], 190)?.others.length).toBe(190)
  })
})

describe('Near repeat', () => {
  test('is the same for the same seed, and its days come back as they were given', () => {
    const events = madeUpEvents(createRandom('same'), 100, 2000)
    const before = [...events.day]
    expect(tested(events)).toEqual(tested(events))
    expect([...events.day]).toEqual(before)
  })
  test('that is not there has a p that is any number alike', () => {
    const ps = Array.from({ length: 200 }, (_, seed) => {
      const events = madeUpEvents(createRandom(`nothing ${seed}`), 120, 1500)
      return tested(events, { metres: [300], days: [30], shuffles: 39, seed: `${seed}` }).bands[0]?.p ?? 0
    })
    // Of 200, ten are expected at 0.05 or less; 20 or more have a chance of three in a thousand. Likewise a half.
    expect(ps.filter((p) => p <= 0.05).length).toBeLessThan(20)
    expect(ps.filter((p) => p <= 0.05).length).toBeGreaterThan(1)
    expect(Math.abs(ps.filter((p) => p <= 0.5).length - 100)).toBeLessThan(24)
  })
  test('that was planted is found every time, in the nearest bands', () => {
    let astray = 0
    for (let seed = 0; seed < 10; seed++) {
      const { points, day } = madeUpEvents(createRandom(`planted ${seed}`), 300, 5000)
      // One event in six is followed within 90 m and a week.
      for (let i = 0; i < 50; i++) {
        points.x[299 - i] = (points.x[i] ?? 0) + 60
        points.y[299 - i] = (points.y[i] ?? 0) + 60
        day[299 - i] = (day[i] ?? 0) + (i % 7)
      }
      // A q of 0.05 over six bands needs more shuffles than 99.
      const { bands } = tested({ points, day }, { shuffles: 199 })
      expect(bands[0]).toMatchObject({
        metres: { above: null, upTo: 100 },
        days: { above: null, upTo: 7 },
        shown: true,
      })
      astray += bands.filter(({ shown, metres }) => shown && metres.upTo === 400).length
    }
    // Of twenty bands further off.
    expect(astray).toBeLessThan(4)
  })
  test('is refused, saying why, for months, for shared points, without places and for too few', () => {
    const events = madeUpEvents(createRandom('few'), FEWEST_EVENTS, 2000)
    const ask = (of: Parameters<typeof nearRepeat>[0]['precision']) => nearRepeat({ ...events, precision: of }, options)
    expect(ask({ time: 'month', place: 'exact' })).toMatchObject({
      reason: 'month-precise',
      words: expect.stringContaining('month'),
    })
    expect(ask({ time: 'day', place: 'snapped' })).toMatchObject({
      reason: 'snapped',
      words: expect.stringContaining('shared points'),
    })
    expect(ask({ time: 'day', place: 'none' })).toMatchObject({ reason: 'no-place' })
    expect(ask({ time: 'minute', place: 'exact' }).kind).toBe('tested')
    const fewer = madeUpEvents(createRandom('few'), FEWEST_EVENTS - 1, 2000)
    expect(nearRepeat({ ...fewer, precision }, options)).toMatchObject({ reason: 'too-few-events' })
  })
  test('with bands that do not rise is a mistake of the caller', () => {
    const events = madeUpEvents(createRandom('bands'), 40, 2000)
    expect(() => tested(events, { metres: [200, 100] })).toThrow('rise')
    expect(() => tested(events, { days: [] })).toThrow(RangeError)
    const moments = { ...events, day: events.day.map((day) => day * 86_400) }
    expect(() => tested(moments)).toThrow('whole numbers of days')
  })
})
