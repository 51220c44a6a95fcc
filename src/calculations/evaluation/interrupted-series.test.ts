import { describe, expect, test } from 'vitest'
import { addMonths, daysInMonth, getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { negativeBinomialDraw, poissonDraw } from '#calculations/random/distributions.ts'
import { createRandom, type Random } from '#calculations/random/random.ts'
import { interruptedSeries, MONTHS_AFTER, MONTHS_BEFORE } from './interrupted-series.ts'

const start = getCivilMonth('2016-01')
const from = getCivilMonth('2018-01')

/** A series of so many months from January 2016: a slow rise, a wave, and a step and a bend from January 2018. */
function seriesOf(random: Random, { months = 42, step = 1, bend = 1, clumps = Infinity, usual = 60 } = {}) {
  return Array.from({ length: months }, (_, i) => {
    const month = addMonths(start, i)
    const past = Math.max(0, i - 24)
    const wave = 1 + 0.25 * Math.sin((2 * Math.PI * i) / 12)
    const mean = usual * (daysInMonth(month) / 30) * 1.003 ** i * wave * (i >= 24 ? step * bend ** past : 1)
    return {
      month,
      count: clumps === Infinity ? poissonDraw(random, mean) : negativeBinomialDraw(random, mean, clumps),
    }
  })
}

function estimate(...given: Parameters<typeof interruptedSeries>) {
  const found = interruptedSeries(...given)
  if (found.kind === 'refused') throw new Error(found.words)
  return found
}

describe('An interrupted series', () => {
  const runs = (n: number, options: Parameters<typeof seriesOf>[1]) =>
    Array.from({ length: n }, (_, seed) => estimate(seriesOf(createRandom(`series ${seed}`), options), from))
  const holds = (ratio: { low: number; high: number }, truth: number) => ratio.low <= truth && truth <= ratio.high

  test('has intervals that hold the step and the bend nineteen times in twenty', () => {
    const found = runs(300, { step: 0.7, bend: 0.99 })
    const held = (of: (one: (typeof found)[number]) => boolean) => found.filter(of).length / 300
    // Of 300, 285 are expected; dispersion no lower than 1 makes them a little wide.
    for (const share of [held(({ level }) => holds(level, 0.7)), held(({ slope }) => holds(slope, 0.99))]) {
      expect(share).toBeGreaterThan(0.915)
      expect(share).toBeLessThan(0.995)
    }
    expect(held(({ overdispersed }) => overdispersed)).toBeLessThan(0.1)
  })
  test('holds nineteen times in twenty still where months vary more than by chance, and says that they do', () => {
    const found = runs(200, { clumps: 25 })
    expect(found.filter(({ level }) => holds(level, 1)).length / 200).toBeGreaterThan(0.9)
    expect(found.filter(({ overdispersed }) => overdispersed).length / 200).toBeGreaterThan(0.9)
  })
  test('shows a drop of three in ten nearly always, and where there is none hardly ever', () => {
    expect(runs(60, { step: 0.7 }).filter(({ level }) => level.high < 1).length).toBeGreaterThan(54)
    expect(runs(100, {}).filter(({ level }) => level.high < 1).length).toBeLessThan(10)
  })
  test('gives what there would have been, which is the fit before and not after', () => {
    const found = estimate(seriesOf(createRandom('without'), { step: 0.5 }), from)
    found.months.forEach(({ fitted, withoutAction }, i) => {
      if (i < 24) expect(withoutAction).toBeCloseTo(fitted, 9)
    })
    const first = found.months[24]
    expect((first?.fitted ?? 0) / (first?.withoutAction ?? 1)).toBeCloseTo(found.level.ratio, 9)
    const [sum, fitted] = found.months.reduce(([a, b], one) => [a + one.count, b + one.fitted], [0, 0])
    expect(fitted).toBeCloseTo(sum, 3)
  })
  test('allows for seasons from two years on, and says when a month is carried over to the next', () => {
    expect(estimate(seriesOf(createRandom('short'), { months: 23 }).slice(0, 23), addMonths(start, 14)).seasons).toBe(
      false,
    )
    expect(estimate(seriesOf(createRandom('long'), { months: 24 }), addMonths(start, 14)).seasons).toBe(true)
    const random = createRandom('carried')
    let carried = 0
    const drifting = Array.from({ length: 60 }, (_, i) => {
      carried = 0.8 * carried + 0.2 * (random.next() - 0.5)
      return { month: addMonths(start, i), count: Math.round(400 * Math.exp(carried * 3)) }
    })
    expect(estimate(drifting, addMonths(start, 30)).carriedOver.lasts).toBe(true)
    expect(runs(50, {}).filter(({ carriedOver }) => carriedOver.lasts).length).toBeLessThan(8)
  })
  test('is refused with a gap, with too few months on either side, or with too few events', () => {
    const series = seriesOf(createRandom('refused'), { months: MONTHS_BEFORE + MONTHS_AFTER })
    const begins = addMonths(start, MONTHS_BEFORE)
    expect(interruptedSeries(series, begins).kind).toBe('estimated')
    expect(interruptedSeries(series, addMonths(begins, 1))).toMatchObject({ reason: 'too-few-months' })
    expect(interruptedSeries(series, addMonths(begins, -1))).toMatchObject({ reason: 'too-few-months' })
    expect(interruptedSeries(series, addMonths(begins, 99))).toMatchObject({ reason: 'too-few-months' })
    expect(interruptedSeries(series.toSpliced(5, 1), begins)).toMatchObject({
      reason: 'gap',
      words: expect.stringContaining('2016-07'),
    })
    const rare = (every: number) => series.map((one, i) => ({ ...one, count: i % every === 0 ? 1 : 0 }))
    expect(interruptedSeries(rare(2), begins)).toMatchObject({ reason: 'too-few-before' })
    expect(
      interruptedSeries(
        series.map((one, i) => (i < MONTHS_BEFORE ? one : { ...one, count: 0 })),
        begins,
      ),
    ).toMatchObject({
      reason: 'unsettled',
    })
  })
})
