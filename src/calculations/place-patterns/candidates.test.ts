import { describe, expect, test } from 'vitest'
import { negativeBinomialDraw, poissonDraw } from '#calculations/random/distributions.ts'
import { createRandom, type Random } from '#calculations/random/random.ts'
import { repeatCandidates } from './candidates.ts'
import { grown } from './grown.ts'

const POPULATION = 1500

function counts(seed: string, draw: (random: Random) => number, planted: readonly number[] = []) {
  const random = createRandom(seed)
  const drawn = Array.from({ length: POPULATION }, (_, i) => [`place ${i}`, draw(random) + (planted[i] ?? 0)] as const)
  return new Map(drawn.filter(([, count]) => count > 0))
}

describe('Candidates among places', () => {
  const searches = 100
  const withAny = (risk: 'alike' | 'differing', draw: (random: Random) => number) =>
    Array.from({ length: searches }, (_, seed) =>
      repeatCandidates(counts(`none ${seed}`, draw), { population: POPULATION, risk }),
    ).filter(({ candidates }) => candidates.length > 0).length

  test('all at the same risk are proposed in no more than one search in twenty', () => {
    // Of a hundred, twelve or more have a chance of under one in two hundred.
    expect(withAny('alike', (random) => poissonDraw(random, 0.8))).toBeLessThan(12)
  })
  test('that differ are proposed against equal risk, and rarely against differing', () => {
    const clumped = (random: Random) => negativeBinomialDraw(random, 0.8, 1)
    expect(withAny('alike', clumped)).toBeGreaterThan(90)
    expect(withAny('differing', clumped)).toBeLessThan(15)
  })
  test('hit ten times where one is usual are found, most often hit first, and little else is', () => {
    let [found, astray] = [0, 0]
    for (let seed = 0; seed < 30; seed++) {
      const made = counts(`planted ${seed}`, (random) => poissonDraw(random, 0.8), [12, 11, 10])
      const { candidates } = repeatCandidates(made, { population: POPULATION })
      const names = candidates.map(({ target }) => target)
      expect(names).toEqual(expect.arrayContaining(['place 0', 'place 1', 'place 2']))
      expect(candidates.map(({ count }) => count)).toEqual(
        candidates.map(({ count }) => count).toSorted((a, b) => b - a),
      )
      found += names.length
      astray += names.length - 3
    }
    expect(astray / found).toBeLessThan(0.08)
  })
  test('hit less often than is worth a person’s time are left out, however unlikely', () => {
    const rare = new Map([
      ['twice', 2],
      ['thrice', 3],
    ])
    const { candidates } = repeatCandidates(rare, { population: 1_000_000 })
    expect(candidates.map(({ target }) => target)).toEqual(['thrice'])
    expect(repeatCandidates(rare, { population: 1_000_000, least: 2 }).candidates.length).toBe(2)
    expect(() => repeatCandidates(rare, { population: 1 })).toThrow(RangeError)
  })
})

describe('A pattern that was rejected', () => {
  test('is proposed again when it grew by more than chance', () => {
    expect(grown({ count: 6, days: 90 }, { count: 18, days: 90 })).toMatchObject({ kind: 'grew', ratio: { ratio: 3 } })
    expect(grown({ count: 6, days: 90 }, { count: 8, days: 90 }).kind).toBe('not-shown')
    expect(grown({ count: 6, days: 90 }, { count: 18, days: 270 }).kind).toBe('not-shown')
    expect(grown({ count: 0, days: 90 }, { count: 0, days: 90 })).toEqual({ kind: 'not-shown', ratio: undefined })
  })
  test('and has not changed is proposed again no more than one time in twenty', () => {
    const random = createRandom('grown')
    const again = Array.from({ length: 1000 }, () =>
      grown({ count: poissonDraw(random, 12), days: 90 }, { count: poissonDraw(random, 12), days: 90 }),
    )
    expect(again.filter(({ kind }) => kind === 'grew').length).toBeLessThan(65)
  })
})
