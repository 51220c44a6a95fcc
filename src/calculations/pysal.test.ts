import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PysalFixture } from '../../test/benchmark/peers/pysal-answers.ts'
import { countPerHexagon, getHexagon, hexagonNeighbourhoods } from './hexagons/hexagons.ts'
import { getisOrd } from './place-patterns/getis-ord.ts'
import { hotSpots } from './place-patterns/hot-spots.ts'
import { nearRepeat } from './place-patterns/near-repeat.ts'
import { standardisedRates } from './place-patterns/standardised-rates.ts'
import { normalShareAbove } from './probability/normal-share.ts'
import { fitCounts } from './regression/poisson-regression.ts'
import { learnWordWeights, sharedWords } from './similarity/word-weights.ts'

const file = join(import.meta.dirname, '../../test/benchmark/peers/pysal.fixture.json')
const { input, answers, versions } = PysalFixture.parse(JSON.parse(readFileSync(file, 'utf8')))

/** Written by `npm run benchmark:peers -- --write`. */
describe(`The answers of esda ${versions['esda']}, pointpats ${versions['pointpats']} and others are ours too`, () => {
  test('Gi* of counts, its normal p, and Gi* of rates by exposure', () => {
    input.hotSpots.forEach((one, i) => {
      const theirs = answers.hotSpots[i]
      const region = one.region.map(getHexagon)
      const counts = countPerHexagon(one.points, one.resolution)
      const seen = region.map((cell) => counts.get(cell) ?? 0)
      expect(seen).toEqual(theirs?.counts)
      const found = hotSpots(counts, region)
      if (found.kind === 'refused') throw new Error(found.words)
      found.cells.forEach(({ z }, cell) => {
        expect(z).toBeCloseTo(theirs?.z[cell] ?? Number.NaN, 9)
        expect(normalShareAbove(Math.abs(z))).toBeCloseTo(theirs?.p[cell] ?? Number.NaN, 9)
      })
      const rates = standardisedRates(seen, one.exposure)
      const ofRates = getisOrd(rates, hexagonNeighbourhoods(region))
      rates.forEach((rate, cell) => {
        expect(rate).toBeCloseTo(theirs?.rates?.[cell] ?? Number.NaN, 9)
        expect(ofRates?.z[cell]).toBeCloseTo(theirs?.zOfRates?.[cell] ?? Number.NaN, 9)
      })
    })
  })
  test('Knox’s pairs and what is expected of them; its p as near as shuffles can be', () => {
    expect(input.knox.length).toBe(answers.knox.length)
    input.knox.forEach(({ x, y, day, metres, days, shuffles }, i) => {
      const theirs = answers.knox[i]
      const points = { x: Float64Array.from(x), y: Float64Array.from(y) }
      const found = nearRepeat(
        { points, day, precision: { time: 'day', place: 'exact' } },
        { metres: [metres], days: [days], shuffles, seed: 'fixture' },
      )
      const [band] = found.kind === 'refused' ? [] : found.bands
      expect(band?.observed).toBe(theirs?.observed)
      expect(band?.expected).toBeCloseTo(theirs?.expected ?? Number.NaN, 9)
      const p = theirs?.p ?? Number.NaN
      expect(Math.abs((band?.p ?? 1) - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / shuffles) + 0.003)
    })
  })
  test('the coefficients, errors and dispersion of a segmented regression of counts', () => {
    const fit = fitCounts(input.regression)
    answers.regression?.coefficients.forEach((value, i) => {
      expect(fit?.coefficients[i]).toBeCloseTo(value, 6)
      const error = Math.sqrt((fit?.covariance[i]?.[i] ?? 0) * (fit?.dispersion ?? 0))
      expect(error).toBeCloseTo(answers.regression?.errors[i] ?? Number.NaN, 6)
    })
    expect(fit?.dispersion).toBeCloseTo(answers.regression?.dispersion ?? Number.NaN, 6)
  })
  test('the likeness of texts', () => {
    const { vectorOf } = learnWordWeights(input.texts)
    const vectors = input.texts.map(vectorOf)
    const ours = vectors.map((a) => vectors.map((b) => sharedWords(a, b).reduce((sum, { adds }) => sum + adds, 0)))
    ours.forEach((row, i) =>
      row.forEach((likeness, j) => expect(likeness).toBeCloseTo(answers.likeness[i]?.[j] ?? Number.NaN, 9)),
    )
  })
})
