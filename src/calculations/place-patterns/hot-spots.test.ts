import { describe, expect, test } from 'vitest'
import { hexagonAndNeighbours, hexagonNeighbourhoods } from '#calculations/hexagons/hexagons.ts'
import { falseDiscoveryShares } from '#calculations/probability/false-discovery.ts'
import { normalShareAbove } from '#calculations/probability/normal-share.ts'
import { shuffle } from '#calculations/random/choices.ts'
import { negativeBinomialDraw, poissonDraw } from '#calculations/random/distributions.ts'
import { createRandom } from '#calculations/random/random.ts'
import { getisOrd } from './getis-ord.ts'
import { FEWEST_CELLS, FEWEST_EVENTS, hotSpots } from './hot-spots.ts'
import { madeUpRegion } from './testing-places.ts'

const region = madeUpRegion(9)
const [middle = getFirst()] = region

function getFirst(): never {
  throw new Error('The region is empty')
}

test('Getis and Ord’s z is that of the worked example in PySAL’s manual', () => {
  // Six points with neighbours within 15, and the six z that the manual of esda prints for weights of 1, itself among them.
  const around = [
    [0, 1, 3],
    [1, 0, 3, 4],
    [2, 4],
    [3, 0, 1, 4],
    [4, 1, 2, 3, 5],
    [5, 4],
  ]
  const printed = [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331]
  const tested = getisOrd([2, 3, 3.2, 5, 8, 7], around)
  printed.forEach((z, i) => expect(tested?.z[i]).toBeCloseTo(z, 8))
})

describe('Hot spots where there are none', () => {
  const searches = 60
  const withAny = (draw: (seed: number) => ReadonlyMap<(typeof region)[number], number>, sides: 'hot' | 'both') =>
    Array.from({ length: searches }, (_, seed) => hotSpots(draw(seed), region, { sides })).filter(
      (found) => found.kind === 'tested' && found.cells.some(({ standing }) => standing !== 'neither'),
    ).length / searches

  // One search in twenty is allowed; of sixty, eight or more have a chance under one in a hundred.
  test.each([
    ['one in three cells', 0.3, 'hot'],
    ['one a cell', 1, 'both'],
    ['ten a cell', 10, 'both'],
  ] as const)('are found in no more than one search in twenty, with %s', (_, mean, sides) => {
    const poisson = (seed: number) => {
      const random = createRandom(`none ${mean} ${seed}`)
      return new Map(region.map((cell) => [cell, poissonDraw(random, mean)]))
    }
    expect(withAny(poisson, sides)).toBeLessThan(8 / searches)
  })
  test('are found in no more than one in twenty where cells differ but hot ones do not lie together', () => {
    const clumped = (seed: number) => {
      const random = createRandom(`clumped ${seed}`)
      return new Map(region.map((cell) => [cell, negativeBinomialDraw(random, 3, 1)]))
    }
    expect(withAny(clumped, 'both')).toBeLessThan(8 / searches)
  })
  test('would be found several times as often by the tail of the normal distribution', () => {
    const around = hexagonNeighbourhoods(region)
    const found = Array.from({ length: searches }, (_, seed) => {
      const random = createRandom(`none 0.3 ${seed}`)
      const z = getisOrd(
        region.map(() => poissonDraw(random, 0.3)),
        around,
      )?.z
      return falseDiscoveryShares((z ?? new Float64Array()).map(normalShareAbove)).some((q) => q <= 0.05)
    })
    expect(found.filter(Boolean).length / searches).toBeGreaterThan(0.1)
  })
})

describe('A planted hot spot', () => {
  const planted = new Set(hexagonAndNeighbours(middle))
  const search = (seed: number, times: number) => {
    const random = createRandom(`planted ${seed}`)
    return hotSpots(
      new Map(region.map((cell) => [cell, poissonDraw(random, planted.has(cell) ? 3 * times : 3)])),
      region,
    )
  }
  test('of four times the rate is found every time, in its middle, and hot cells lie at or beside it', () => {
    const beside = new Set([...planted].flatMap(hexagonAndNeighbours))
    let [found, astray] = [0, 0]
    for (let seed = 0; seed < 40; seed++) {
      const result = search(seed, 4)
      if (result.kind !== 'tested') throw new Error(result.words)
      const hot = result.cells.filter(({ standing }) => standing === 'hot')
      expect(hot.map(({ cell }) => cell)).toContain(middle)
      found += hot.length
      astray += hot.filter(({ cell }) => !beside.has(cell)).length
    }
    expect(astray / found).toBeLessThan(0.05)
  })
  test('of a tenth more is not found', () => {
    const found = Array.from({ length: 20 }, (_, seed) => search(seed, 1.1)).filter(
      (result) =>
        result.kind === 'tested' && result.cells.some(({ cell, standing }) => cell === middle && standing === 'hot'),
    )
    expect(found.length).toBeLessThan(3)
  })
  test('that is where the residents are is none once they are the base', () => {
    let [without, withBase] = [0, 0]
    for (let seed = 0; seed < 20; seed++) {
      const random = createRandom(`residents ${seed}`)
      const exposure = new Map(region.map((cell) => [cell, planted.has(cell) ? 4000 : 500 + 500 * random.next()]))
      const counts = new Map(region.map((cell) => [cell, poissonDraw(random, (exposure.get(cell) ?? 0) / 200)]))
      const anyHot = (found: ReturnType<typeof hotSpots>) =>
        found.kind === 'tested' && found.cells.some(({ standing }) => standing === 'hot')
      if (anyHot(hotSpots(counts, region))) without++
      if (anyHot(hotSpots(counts, region, { exposure }))) withBase++
    }
    expect(without).toBe(20)
    expect(withBase).toBeLessThan(5)
  })
})

describe('A region', () => {
  const even = (cells: typeof region, each = 2) => new Map(cells.map((cell, i) => [cell, each + (i % 2)]))
  test('has events outside it left out and said, and cells without exposure too', () => {
    const [first = middle, ...rest] = region
    const exposure = new Map(rest.map((cell) => [cell, 100]))
    expect(hotSpots(even(region), rest)).toMatchObject({ kind: 'tested', leftOut: 2 })
    expect(hotSpots(even(region), region, { exposure })).toMatchObject({
      kind: 'tested',
      leftOut: even(region).get(first),
    })
  })
  test('of too few cells or events, or too few for their number, is refused in words', () => {
    const cells = region.slice(0, FEWEST_CELLS)
    expect(hotSpots(even(cells.slice(1)), cells.slice(1))).toMatchObject({ kind: 'refused', reason: 'too-few-cells' })
    expect(hotSpots(even(cells), cells).kind).toBe('tested')
    const few = (events: number) => new Map(cells.slice(0, events).map((cell) => [cell, 1]))
    const spread = (events: number, on: typeof region) => new Map(on.slice(0, 10).map((cell) => [cell, events / 10]))
    expect(hotSpots(few(20), cells)).toMatchObject({
      reason: 'too-few-events',
      words: expect.stringContaining('longer time'),
    })
    expect(hotSpots(spread(FEWEST_EVENTS, cells), cells).kind).toBe('tested')
    const wide = madeUpRegion(11)
    expect(hotSpots(spread(50, wide), wide)).toMatchObject({ reason: 'too-thin' })
    expect(hotSpots(spread(60, wide), wide).kind).toBe('tested')
  })
  test('with as much everywhere has no spot that could stand out', () => {
    expect(hotSpots(new Map(region.map((cell) => [cell, 4])), region)).toMatchObject({ reason: 'all-alike' })
  })
})

test('The chances are those of shuffling the counts, without a shuffle', () => {
  const random = createRandom('shuffles')
  const counts = region.map(() => negativeBinomialDraw(random, 0.8, 1))
  const around = hexagonNeighbourhoods(region)
  const tested = getisOrd(counts, around, 1)
  const cells = [0, 40, 200, region.length - 1]
  const sums = (values: readonly number[]) =>
    cells.map((cell) => (around[cell] ?? []).reduce((sum, near) => sum + (values[near] ?? 0), 0))
  const seen = sums(counts)
  const shuffled = Array.from({ length: 4000 }, () => sums(shuffle(random, counts)))
  cells.forEach((cell, i) => {
    const share = shuffled.filter((drawn) => (drawn[i] ?? 0) >= (seen[i] ?? 0)).length / 4000
    expect(Math.abs((tested?.pAbove[cell] ?? 1) - share)).toBeLessThan(0.03)
  })
})
