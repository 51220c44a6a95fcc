import { describe, expect, test } from 'vitest'
import { addMonths, getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { negativeBinomialDraw, poissonDraw } from '#calculations/random/distributions.ts'
import { createRandom, type Random } from '#calculations/random/random.ts'
import { effectOf, evaluate, type EvaluationFacts } from './evaluation.ts'

const start = getCivilMonth('2024-01')
const [BEFORE, AFTER] = [24, 12]
const from = addMonths(start, BEFORE)

interface Plant {
  /** How many times as many in the treated area after, and everywhere after. */
  readonly effect?: number
  readonly everywhere?: number
  readonly moved?: number
  readonly usual?: number
  /** How far every area goes up and down with the seasons: 0.5 is half. */
  readonly season?: number
  /** Of the negative binomial; chance alone where left out. */
  readonly clumps?: number
}

/** Three years of months of a treated area, a comparison twice its size and a ring half of it, with what is planted. */
function planted(
  seed: string,
  { effect = 1, everywhere = 1, moved = 1, usual = 20, season = 0, clumps = Infinity }: Plant,
): EvaluationFacts {
  const random = createRandom(seed)
  const draw = (of: Random, mean: number) =>
    clumps === Infinity ? poissonDraw(of, mean) : negativeBinomialDraw(of, mean, clumps)
  const wave = (at: number) => 1 + season * Math.sin((2 * Math.PI * at) / 12)
  const area = (name: string, level: number, change: number) => {
    const own = random.split(name)
    return Array.from({ length: BEFORE + AFTER }, (_, at) =>
      draw(own, level * wave(at) * (at < BEFORE ? 1 : change * everywhere)),
    )
  }
  const [treated, comparison, ring] = [
    area('treated', usual, effect),
    area('comparison', 2 * usual, 1),
    area('ring', usual / 2, moved),
  ]
  const sum = (of: readonly number[], first: number) => of.slice(first, first + 12).reduce((a, b) => a + b, 0)
  const pair = (of: readonly number[]) => ({ before: sum(of, BEFORE - 12), after: sum(of, BEFORE) })
  return {
    treated: pair(treated),
    comparison: pair(comparison),
    ring: pair(ring),
    months: treated.map((count, at) => ({ month: addMonths(start, at), count, comparison: comparison[at] ?? 0 })),
    from,
    earlier: [sum(treated, 0)],
  }
}

/** Of so many seeds, how many say that the area did better, worse, or that nothing is shown. */
function verdicts(seeds: number, plant: Plant) {
  const found = { better: 0, worse: 0, 'not-shown': 0, refused: 0 }
  for (let seed = 0; seed < seeds; seed++) {
    const { effect } = effectOf(planted(`planted ${seed}`, plant))
    found[effect.kind === 'refused' ? 'refused' : effect.verdict] += 1
  }
  return found
}

/** Between what two numbers a count of one in twenty lies in all but one of a thousand runs: normal approximation to the binomial. */
function oneInTwenty(of: number): readonly [number, number] {
  const reach = 3.29 * Math.sqrt(of * 0.05 * 0.95)
  return [of * 0.05 - reach, of * 0.05 + reach]
}

describe('A plan’s evaluation, over two thousand seeds', () => {
  test.each([
    ['chance alone', {}],
    ['a fall that came everywhere', { everywhere: 0.6 }],
    ['a rise that came everywhere', { everywhere: 1.5 }],
    ['seasons that all areas have', { season: 0.6 }],
  ])('where nothing is planted finds something one time in twenty: %s', (_, plant) => {
    const { better, worse, refused } = verdicts(2000, plant)
    const [least, most] = oneInTwenty(2000)
    expect(refused).toBe(0)
    // Dispersion no lower than 1 makes the interval a little wide: the rate lies under, and within, the band.
    expect(better + worse).toBeGreaterThan(least)
    expect(better + worse).toBeLessThan(most)
    // Nor does it lean: each side has about half.
    expect(better).toBeLessThan(most / 2 + 15)
    expect(worse).toBeLessThan(most / 2 + 15)
  })
  test('where months vary three times as much as by chance, the rate stays where it was', () => {
    const { better, worse } = verdicts(2000, { clumps: 10 })
    expect(better + worse).toBeLessThan(oneInTwenty(2000)[1])
  })
  test('what is planted is found: a third fewer nearly always, and a half more as often, each the right way round', () => {
    const fell = verdicts(400, { effect: 0.65, usual: 30 })
    expect(fell.better).toBeGreaterThan(390)
    expect(fell.worse).toBe(0)
    // Seasons that all areas have hide nothing.
    expect(verdicts(200, { effect: 0.65, usual: 30, season: 0.6 }).better).toBeGreaterThan(190)
    const rose = verdicts(400, { effect: 1.5, usual: 30 })
    expect(rose.worse).toBeGreaterThan(390)
    expect(rose.better).toBe(0)
  })
  test('too little to tell is refused, and never claimed', () => {
    const { better, worse, refused } = verdicts(300, { usual: 0.1, effect: 0.1 })
    expect(refused).toBe(300)
    expect(better + worse).toBe(0)
  })
})

describe('What stands beside the verdict', () => {
  test('an effect that moved into the ring reads as moved, and one that spread as shared', () => {
    const reading = (plant: Plant) => {
      const { displacement } = evaluate(planted('moved', { usual: 200, ...plant }))
      return displacement.kind === 'refused' ? displacement.reason : displacement.reading
    }
    expect(reading({ effect: 0.5, moved: 2.3 })).toBe('worse')
    expect(reading({ effect: 0.5, moved: 1.2 })).toBe('displaced')
    expect(reading({ effect: 0.5, moved: 0.8 })).toBe('shared')
    expect(reading({ effect: 1.3 })).toBe('not-fallen')
  })
  test('without a comparison nothing is claimed; without a ring nothing of moving', () => {
    const facts = planted('alone', { effect: 0.3 })
    const alone = evaluate({ ...facts, comparison: undefined })
    expect([alone.effect.kind, alone.displacement.kind]).toEqual(['refused', 'refused'])
    expect(evaluate({ ...facts, ring: undefined }).displacement).toMatchObject({ reason: 'no-ring' })
  })
  test('the months show the drop where it was, and earlier times the peak', () => {
    const found = evaluate({ ...planted('drop', { effect: 0.5, usual: 60 }), earlier: [400, 410, 390] })
    expect(found.series.kind === 'estimated' && found.series.level.high).toBeLessThan(1)
    expect(found.peak.kind).toBe('peak')
  })
})
