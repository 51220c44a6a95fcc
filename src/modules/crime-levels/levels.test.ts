import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { Invalid, NotFound } from '#platform/errors/errors.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { levelsOfArea } from './queries/area.ts'
import { listIncidents } from './queries/incidents.ts'
import { listStreetImports } from './queries/imports.ts'
import { openOccurrence } from './queries/occurrence.ts'
import { levelsOverview } from './queries/overview.ts'
import { levelShapes } from './queries/shapes.ts'
import { WHATS } from './rules/what.ts'
import { fillLevels, watched } from './testing.ts'

const database = withTestDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2026-07-10T12:00:00Z' })
  await fillLevels(world, 4_000)
})

afterAll(async () => world.close())

const overviewOf = async (input: object) => {
  const { overview } = await world.run('analyst', levelsOverview, input)
  if (overview === null) throw new Error('Nothing is loaded')
  return overview
}

describe('Counts', () => {
  it('add up: the areas of a kind and what lies in none of them are the whole of what was published', async () => {
    for (const by of ['policing-area', 'ward'] as const)
      for (const what of ['crime', 'anti-social-behaviour', 'burglary'] as const) {
        const { areas, elsewhere, force } = await overviewOf({ by, what })
        expect(areas.reduce((sum, { level }) => sum + level.count, 0) + elsewhere).toBe(force.level.count)
        expect(elsewhere).toBeGreaterThan(0)
      }
  })

  it('of all crime and of anti-social behaviour are those of the categories', async () => {
    const counts = await Promise.all(
      WHATS.map(async (what) => ({ what, count: (await overviewOf({ what })).force.level.count })),
    )
    const of = (what: string) => counts.find((one) => one.what === what)?.count ?? 0
    const categories = counts.filter(({ what }) => what !== 'crime' && what !== 'anti-social-behaviour')
    expect(categories.reduce((sum, { count }) => sum + count, 0)).toBe(of('crime'))
    expect((await overviewOf({})).force.asb.count).toBe(of('anti-social-behaviour'))
  })

  it('of one publisher hold nothing of another', async () => {
    const own = await overviewOf({})
    const stored = await world.owner<{ n: number }>(
      `SELECT count(*)::integer AS n FROM occurrence WHERE publisher = 'vale' AND kind = 'crime' AND compartment_id IS NULL
       AND month BETWEEN '2025-06-01' AND '2026-05-01'`,
    )
    expect(own.force.level.count).toBe(stored[0]?.n)
    expect(own.comparison.forces.map(({ publisher }) => publisher)).toEqual(['vale', 'northshire'])
    expect(own.comparison.forces[1]?.name).toBe('Northshire')
  })

  it('have the rate of whole years, and name the year of the population', async () => {
    const { force } = await overviewOf({})
    expect(force.level).toMatchObject({ basis: 'whole', people: 500_000, midYear: 2024 })
    expect(force.level.rate?.perThousand).toBeCloseTo(force.level.count / 500, 6)
  })

  it('give every page a month by month series in which a month without any is nought', async () => {
    const { found } = await world.run('analyst', levelsOfArea, { area: world.areas.B2 })
    expect(found?.series).toHaveLength(13)
    expect(found?.series.every(({ count }) => count === 0)).toBe(true)
  })
})

describe('Each number opens onto its rows', () => {
  const rowsOf = async (input: object) => {
    const { counted, open, incidents } = await world.run('analyst', listIncidents, input)
    return { counted, open, first: incidents.length }
  }

  it('for the force, rows without a place among them', async () => {
    const { force } = await overviewOf({})
    expect(await rowsOf({})).toEqual({ counted: force.level.count, open: force.level.count, first: 50 })
    const asb = await rowsOf({ what: 'anti-social-behaviour' })
    expect(asb.open).toBe(force.asb.count)
  })

  it('for every area, and for what lies in none', async () => {
    for (const by of ['policing-area', 'ward'] as const) {
      const { areas, elsewhere } = await overviewOf({ by })
      for (const { id, level } of areas) expect((await rowsOf({ area: id })).open).toBe(level.count)
      expect((await rowsOf({ elsewhere: by })).open).toBe(elsewhere)
    }
  })

  it('for every category of an area', async () => {
    const area = world.areas.A1
    const { found } = await world.run('analyst', levelsOfArea, { area })
    expect(found?.categories.length).toBeGreaterThan(3)
    for (const { category, level } of found?.categories ?? [])
      expect((await rowsOf({ area, what: category })).open).toBe(level.count)
  })

  it('for every cell of the map, in the force and in an area', async () => {
    const { map } = await overviewOf({ map: 'cells' })
    expect(map.cells.length).toBe(3)
    for (const { cell, count } of map.cells) expect((await rowsOf({ cell })).open).toBe(count)
    const { found } = await world.run('analyst', levelsOfArea, { area: world.areas.A1 })
    for (const { cell, count } of found?.map.cells ?? [])
      expect((await rowsOf({ cell, area: world.areas.A1 })).open).toBe(count)
  })

  it('for another force over the same months', async () => {
    const { comparison } = await overviewOf({})
    expect((await rowsOf({ publisher: 'northshire' })).open).toBe(comparison.forces[1]?.count)
  })

  it('page by page, each row once', async () => {
    const seen = new Set<number>()
    const { open } = await rowsOf({ area: world.areas.A1 })
    for (let page = 1; page <= Math.ceil(open / 50); page++) {
      const { incidents } = await world.run('analyst', listIncidents, { area: world.areas.A1, page })
      for (const { id } of incidents) seen.add(id)
    }
    expect(seen.size).toBe(open)
    expect((await world.run('analyst', listIncidents, { page: 999_999 })).incidents).toEqual([])
  })
})

describe('What a reader may not open', () => {
  it('is counted for everybody, and said to be closed to those without the clearance', async () => {
    const cleared = await world.run('analyst', listIncidents, {})
    const { counted, open, incidents } = await world.run('officerB', listIncidents, {})
    expect(counted).toBe(cleared.counted)
    expect(counted - open).toBeGreaterThan(50)
    expect(incidents).toHaveLength(50)
  })

  it('in a compartment, is in no count and in no list, not even for those inside', async () => {
    const member = await world.run('member', listIncidents, {})
    expect(member.counted).toBe(member.open)
  })

  it('opens for nobody but them by its number', async () => {
    const [row] = await world.owner<{ id: number }>(
      'SELECT id FROM occurrence WHERE compartment_id IS NOT NULL LIMIT 1',
    )
    await expect(world.run('analyst', openOccurrence, { id: row?.id })).rejects.toThrow(NotFound)
    expect((await world.run('member', openOccurrence, { id: row?.id })).id).toBe(row?.id)
  })
})

describe('One occurrence', () => {
  it('tells its areas, the largest first, and how exactly it is known', async () => {
    const [row] = await world.owner<{ id: number }>(
      `SELECT id FROM occurrence WHERE compartment_id IS NULL AND location_text = (SELECT 'On or near Street ' || min(id) FROM location) LIMIT 1`,
    )
    const found = await world.run('analyst', openOccurrence, { id: row?.id })
    expect(found.areas.map(({ name }) => name)).toEqual(['Vale', 'Ashford', 'Abbey'])
    expect(found).toMatchObject({ precision: 'month', placePrecision: 'snapped', publisher: 'vale' })
  })

  it('without a place has no areas', async () => {
    const [row] = await world.owner<{ id: number }>(
      'SELECT id FROM occurrence WHERE location_id IS NULL AND compartment_id IS NULL LIMIT 1',
    )
    const found = await world.run('analyst', openOccurrence, { id: row?.id })
    expect(found).toMatchObject({ areas: [], longitude: null, outline: null, placePrecision: 'none' })
  })
})

describe('Questions that cannot be answered', () => {
  it('are refused in words', async () => {
    await expect(world.run('analyst', levelsOverview, { from: '2026-05', to: '2025-05' })).rejects.toThrow(Invalid)
    await expect(world.run('analyst', levelsOverview, { what: 'everything' })).rejects.toThrow(Invalid)
    await expect(world.run('analyst', listIncidents, { cell: '000000000000000' })).rejects.toThrow(Invalid)
    await expect(world.run('analyst', levelsOfArea, { area: 999_999 })).rejects.toThrow(NotFound)
  })

  it('of months that are not loaded have no rate, and say so', async () => {
    const { overview, shown } = await world.run('analyst', levelsOverview, { from: '2019-01', to: '2019-03' })
    expect(shown?.missing).toHaveLength(3)
    expect(overview?.force.level).toMatchObject({ count: 0, rate: null, basis: 'none' })
  })
})

describe('A page', () => {
  it.each([
    ['levels', levelsOverview, {}],
    ['levels by cell', levelsOverview, { map: 'cells', by: 'ward' }],
    ['an area', levelsOfArea, { area: 'A1' }],
    ['a list', listIncidents, { area: 'A1' }],
    ['an occurrence', openOccurrence, { id: 1 }],
    ['imports', listStreetImports, {}],
    ['shapes', levelShapes, { map: 'cells' }],
  ] as const)('of %s asks the database six times at most', async (_name, query, input) => {
    const area = 'area' in input ? { area: world.areas[input.area] } : {}
    const { sent } = await watched(world.store, await world.signIn('analyst'), query, { ...input, ...area })
    expect(sent.length).toBeLessThanOrEqual(6)
  })
})
