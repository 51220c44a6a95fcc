import { describe, expect, test } from 'vitest'
import { poissonDraw } from '#calculations/random/distributions.ts'
import { createRandom } from '#calculations/random/random.ts'
import { type CandidateArea, proposeComparisons } from './comparison-areas.ts'
import { harmChange } from './harm-change.ts'

const counts = (given: Record<string, number>) => new Map(Object.entries(given))

describe('Harm', () => {
  const weights = counts({ shoplifting: 1, robbery: 365 })
  const steady = { before: counts({ shoplifting: 50, robbery: 5 }), after: counts({ shoplifting: 50, robbery: 5 }) }

  test('is counts times weights, its change beside that of the comparison', () => {
    const treated = {
      before: counts({ shoplifting: 100, robbery: 8 }),
      after: counts({ shoplifting: 300, robbery: 4 }),
    }
    const found = harmChange(treated, steady, weights)
    if (found.kind === 'refused') throw new Error(found.words)
    expect(found.treated.before).toEqual({ harm: 3020, events: 108, heaviest: { code: 'robbery', share: 2920 / 3020 } })
    expect(found.treated.after.harm).toBe(1760)
    expect(found.effect.ratio).toBeCloseTo(3020 / 1760, 12)
    expect(found.verdict).toBe('not-shown')
  })
  test('says which offences have no weight, and leaves them out', () => {
    const treated = { before: counts({ shoplifting: 100, arson: 3 }), after: counts({ shoplifting: 90, arson: 2 }) }
    expect(harmChange(treated, steady, weights)).toMatchObject({ unweighted: counts({ arson: 5 }) })
  })
  test('of weights that are all alike is the relative effect of counts', () => {
    const treated = { before: counts({ a: 30, b: 30 }), after: counts({ a: 20, b: 20 }) }
    const other = { before: counts({ a: 80 }), after: counts({ b: 80 }) }
    const found = harmChange(treated, other, counts({ a: 7, b: 7 }))
    const error = 1.959964 * Math.sqrt(1 / 60 + 1 / 40 + 2 / 80)
    expect(found.kind === 'estimated' && found.effect.low).toBeCloseTo(1.5 * Math.exp(-error), 6)
  })
  test('is not evaluable where too little happened, or where one total is nought', () => {
    const few = { before: counts({ robbery: 9 }), after: counts({ robbery: 1 }) }
    expect(harmChange(few, steady, weights)).toMatchObject({ reason: 'too-few-before' })
    const gone = { before: counts({ robbery: 10 }), after: counts({ robbery: 0 }) }
    expect(harmChange(gone, steady, weights)).toMatchObject({ reason: 'no-harm' })
    const nothing = { before: counts({}), after: counts({}) }
    expect(harmChange({ ...gone, after: gone.before }, nothing, weights)).toMatchObject({ reason: 'no-comparison' })
  })
  test('has an interval that holds no change nineteen times in twenty', () => {
    const random = createRandom('harm')
    const draw = () => counts({ shoplifting: poissonDraw(random, 200), robbery: poissonDraw(random, 30) })
    const held = Array.from({ length: 400 }, () =>
      harmChange({ before: draw(), after: draw() }, { before: draw(), after: draw() }, weights),
    ).filter((found) => found.kind === 'estimated' && found.verdict === 'not-shown')
    expect(held.length / 400).toBeGreaterThan(0.914)
  })
})

describe('Comparison areas', () => {
  const random = createRandom('areas')
  const area = (id: string, course: (month: number) => number, residents = 10_000, touches = false): CandidateArea => ({
    id,
    name: `Area ${id}`,
    residents,
    touches,
    months: Array.from({ length: 24 }, (_, month) => poissonDraw(random, course(month) * residents)),
  })
  const summer = (month: number) => 0.01 * (1 + 0.6 * Math.sin((2 * Math.PI * month) / 12))
  const winter = (month: number) => 0.01 * (1 - 0.6 * Math.sin((2 * Math.PI * month) / 12))
  const treated = area('treated', summer)

  test('are ranked by course, rate and size, each with reasons, and none is chosen', () => {
    const found = proposeComparisons(treated, [
      area('winter', winter),
      area('like', summer),
      area('large', summer, 60_000),
      area('busy', (month) => 3 * summer(month)),
    ])
    if (found.kind === 'refused') throw new Error(found.words)
    expect(found.areas[0]?.id).toBe('like')
    expect(found.areas.length).toBe(4)
    const by = (id: string) => found.areas.find((one) => one.id === id)
    expect(by('winter')?.apart.course).toBeGreaterThan(2 * (by('like')?.apart.course ?? 1))
    expect(by('large')?.apart.size).toBeCloseTo(Math.log(6), 6)
    expect(by('busy')?.reasons.join(' ')).toMatch(/rate is (2\.9|3\.0|3\.1) times/)
    expect(by('like')?.reasons.join(' ')).toContain('residents are about those')
  })
  test('that touch it, are it, have nobody or hardly an event are left out, saying why', () => {
    const found = proposeComparisons(treated, [
      area('near', summer, 10_000, true),
      treatedAgain(),
      area('empty', () => 0, 0),
      area('quiet', () => 0.00001),
    ])
    if (found.kind === 'refused') throw new Error(found.words)
    expect(found.areas).toEqual([])
    expect(found.leftOut.map(({ id }) => id)).toEqual(['near', 'treated', 'empty', 'quiet'])
    expect(found.leftOut[0]?.why).toContain('touches')
  })
  test('are not proposed from too short or too thin a past', () => {
    expect(proposeComparisons({ ...treated, months: treated.months.slice(0, 11) }, [])).toMatchObject({
      reason: 'too-few-months',
    })
    expect(proposeComparisons({ ...treated, months: treated.months.slice(0, 12) }, []).kind).toBe('ranked')
    expect(proposeComparisons({ ...treated, months: treated.months.map(() => 0) }, [])).toMatchObject({
      reason: 'too-few-before',
    })
    expect(() => proposeComparisons(treated, [{ ...treatedAgain(), months: [1] }])).toThrow(RangeError)
  })

  function treatedAgain(): CandidateArea {
    return { ...treated, touches: false }
  }
})
