import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { attack } from '../../../test/benchmark/hidden-and-absent.ts'
import { sameDistribution } from '../../../test/benchmark/kolmogorov-smirnov.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'

const database = withTestDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database())
})
afterAll(() => world.close())

/** `npm run benchmark -- --only search-timing` does it 2,000 times at each of three seeds. */
const SEARCHES = 160

describe('Whoever searches for somebody hidden', () => {
  test('is told the same, and as soon, as whoever searches for nobody', async () => {
    const { told, p } = await attack(world, 1, SEARCHES)
    expect(told).toEqual([])
    expect(p).toBeGreaterThan(0.001)
  }, 60_000)
})

describe('The measure of that', () => {
  const spread = Array.from({ length: 500 }, (_, at) => (at * 7919) % 1000)
  test('finds times that differ, and lets those pass that do not', () => {
    const other = spread.map((one) => (one + 503) % 1000)
    expect(sameDistribution(spread, other)).toBeGreaterThan(0.01)
    expect(
      sameDistribution(
        spread,
        spread.map((one) => one + 150),
      ),
    ).toBeLessThan(0.01)
  })
})
