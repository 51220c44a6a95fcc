import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPlanIndex, type PlanText } from './similar-plans.ts'
import { learnWordWeights, sharedWords } from './word-weights.ts'
import { wordsOf } from './words-of.ts'

const plan = (id: string, text: string, more: Partial<PlanText> = {}) => ({
  id,
  text,
  problemType: null,
  placeType: null,
  tactics: [],
  ...more,
})

describe('Words', () => {
  test('are lower case, singular, and those that say something', () => {
    expect(wordsOf('The burglaries, at the Cafés and houses; 12 boxes of keys!')).toEqual([
      'burglary',
      'cafe',
      'house',
      'boxe',
      'key',
    ])
    expect(wordsOf('children’s glass buses, anti-social')).toEqual(['children', 'glass', 'buse', 'anti-social'])
  })
  test('weigh more the fewer plans have them', () => {
    const { vectorOf } = learnWordWeights(['moped theft', 'theft of bicycles', 'theft from shops'])
    const vector = vectorOf('moped theft')
    expect(vector.get('moped') ?? 0).toBeGreaterThan(vector.get('theft') ?? 1)
  })
  test('make a text like itself, like nothing it shares no word with, and as like the other way round', () => {
    const text = fc.array(fc.constantFrom('moped', 'theft', 'park', 'night', 'shop', 'noise'), { minLength: 1 })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { vectorOf } = learnWordWeights([a.join(' '), b.join(' ')])
        const likeness = (one: string[], other: string[]) =>
          sharedWords(vectorOf(one.join(' ')), vectorOf(other.join(' '))).reduce((sum, { adds }) => sum + adds, 0)
        expect(likeness(a, a)).toBeCloseTo(1, 9)
        expect(likeness(a, b)).toBeCloseTo(likeness(b, a), 9)
        expect(likeness(a, b)).toBeLessThan(1 + 1e-9)
        if (!a.some((word) => b.includes(word))) expect(likeness(a, b)).toBe(0)
      }),
    )
  })
})

describe('Who solved this before', () => {
  const index = createPlanIndex([
    plan('mopeds', 'Mopeds stolen at night from the station car park, taken without keys', {
      problemType: 'vehicle-theft',
      placeType: 'station',
      tactics: ['lighting', 'locks'],
    }),
    plan('bicycles', 'Bicycles stolen from racks at the station by day', {
      problemType: 'cycle-theft',
      placeType: 'station',
    }),
    plan('noise', 'Loud parties in student houses', { problemType: 'noise', tactics: ['locks'] }),
  ])
  const asked: PlanText = {
    text: 'Moped thefts in the car park of a station',
    problemType: 'vehicle-theft',
    placeType: 'station',
    tactics: ['lighting'],
  }

  test('is answered with the most alike first, saying by which words and tactics', () => {
    const found = index.similarTo(asked, 5)
    expect(found.map(({ id }) => id)).toEqual(['mopeds', 'bicycles'])
    expect(found[0]).toMatchObject({
      parts: { problemType: 1, placeType: 1, tactics: 0.5 },
      sharedTactics: ['lighting'],
    })
    expect(found[0]?.words).toEqual(expect.arrayContaining(['moped', 'car', 'park', 'station']))
    expect(found[0]?.score).toBeLessThanOrEqual(1)
  })
  test('gives as many as asked for, and none that has nothing in common', () => {
    expect(index.similarTo(asked, 1).length).toBe(1)
    expect(index.similarTo({ ...asked, text: '', problemType: null, placeType: null, tactics: [] }, 5)).toEqual([])
  })
  test('does not take what is not said for the same', () => {
    const [found] = index.similarTo({ ...asked, text: 'parties', problemType: null, placeType: null, tactics: [] }, 5)
    expect(found).toMatchObject({ id: 'noise', parts: { problemType: 0, placeType: 0, tactics: 0 } })
  })
})
