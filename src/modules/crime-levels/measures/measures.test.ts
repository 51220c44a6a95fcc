import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { computeMeasure } from '#kernel/measures/compute.ts'
import { readForceSeries, readTable } from '#kernel/measures/read.ts'
import { systemReader } from '#platform/access/reader.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { transaction, type Tx } from '#platform/db/transaction.ts'
import { buildWorld, type World } from '../../../../test/world/world.ts'
import { listIncidents } from '../queries/incidents.ts'
import { fillLevels, LEVELS_REQUEST } from '../testing.ts'
import { crimeLevelsMeasures } from './measures.ts'

const database = withTestDatabase()
let world: World
const MAY = getCivilMonth('2026-05')

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2026-07-10T12:00:00Z' })
  await fillLevels(world, 4_000)
  await world.owner(
    `UPDATE occurrence SET outcome = (ARRAY['Offender fined', 'Unable to prosecute suspect', 'Under investigation',
       'Words nobody knows', NULL])[1 + id % 5] WHERE kind = 'crime'`,
  )
  for (const measure of crimeLevelsMeasures) await asSystem((tx) => computeMeasure(tx, measure))
})
afterAll(async () => world.close())

function asSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(world.store, { reader: systemReader('system:measures') }, LEVELS_REQUEST, async (entered) => ({
    value: await work(await entered.open()),
    audit: [],
  }))
}

function measureOf(code: string) {
  const measure = crimeLevelsMeasures.find((one) => one.code === code)
  if (measure === undefined) throw new Error(`There is no ${code}`)
  return measure
}

const seriesOf = async (code: string) => {
  const series = (await asSystem((tx) => readForceSeries(tx, [measureOf(code)]))).get(code)
  if (series === undefined) throw new Error(`${code} was not read`)
  return series
}

/** The query string of a measure's rows, as the list's own input. */
const asked = (href: string | null): Record<string, string> =>
  Object.fromEntries(new URL(href ?? '', 'http://x').searchParams.entries())

const countStored = async (where: string): Promise<number> => {
  const [row] = await world.owner<{ n: number }>(
    `SELECT count(*)::integer AS n FROM occurrence WHERE publisher = 'vale' AND month = '2026-05-01' AND ${where}`,
  )
  return row?.n ?? 0
}

describe('Measures of crime levels', () => {
  it('have a figure of every month that is loaded and over, and one that is fresh', async () => {
    for (const { code } of crimeLevelsMeasures) {
      const { figures, freshness } = await seriesOf(code)
      expect(figures.map(({ month }) => month)).toHaveLength(13)
      expect(freshness).toMatchObject({ lastMonth: MAY, late: null })
    }
  })

  it('count what was recorded, nothing of another force, and nothing in a compartment', async () => {
    const open = 'compartment_id IS NULL'
    const { figures } = await seriesOf('P1-CRIME')
    const crimes = await countStored(`kind = 'crime' AND ${open}`)
    expect(await countStored(`kind = 'crime'`)).toBeGreaterThan(crimes)
    expect(figures.at(-1)).toMatchObject({ numerator: crimes, denominator: 500_000 })
    expect((await seriesOf('P1-ASB')).figures.at(-1)?.numerator).toBe(await countStored(`kind = 'asb' AND ${open}`))
    const outcome = (await seriesOf('P1-OUTCOME')).figures.at(-1)
    expect((outcome?.denominator ?? 0) + (outcome?.unknown ?? 0)).toBe(crimes)
    expect(outcome?.numerator).toBe(await countStored(`outcome = 'Offender fined' AND ${open}`))
    expect(outcome?.unknown).toBeGreaterThan(0)
  })

  it('by area, and what lies in none, make the whole force', async () => {
    for (const code of ['P1-CRIME', 'P1-ASB', 'P1-OUTCOME']) {
      const rows = await asSystem((tx) => readTable(tx, measureOf(code), 'area', MAY))
      expect(rows.map(({ id }) => id)).toEqual([world.areas.A, world.areas.B, null])
      const sum = rows.reduce((total, { figure }) => total + (figure.numerator ?? Number.NaN), 0)
      expect(sum).toBe((await seriesOf(code)).figures.at(-1)?.numerator)
    }
    const [rest] = (await asSystem((tx) => readTable(tx, measureOf('P1-CRIME'), 'area', MAY))).slice(-1)
    expect((await seriesOf('P1-PLACE')).figures.at(-1)?.numerator).toBe(rest?.figure.numerator)
  })

  it('open onto their rows: all for those who may, the others with how many are not open to them', async () => {
    for (const code of ['P1-CRIME', 'P1-ASB']) {
      const measure = measureOf(code)
      const figure = (await seriesOf(code)).figures.at(-1)
      const input = asked(measure.rowsAt({ month: MAY, area: null, unit: null }))
      const cleared = await world.run('analyst', listIncidents, input)
      expect([cleared.counted, cleared.open]).toEqual([figure?.numerator, figure?.numerator])
      const others = await world.run('officerB', listIncidents, input)
      expect(others.counted).toBe(figure?.numerator)
      if (code === 'P1-CRIME') expect(others.open).toBeLessThan(others.counted)
      // Of what lies in a compartment not even that there is something: not for its members either.
      expect((await world.run('member', listIncidents, input)).counted).toBe(figure?.numerator)
      for (const { id, figure: ofArea } of await asSystem((tx) => readTable(tx, measure, 'area', MAY))) {
        if (id === null) continue
        const rows = await world.run(
          'analyst',
          listIncidents,
          asked(measure.rowsAt({ month: MAY, area: id, unit: null })),
        )
        expect(rows.open).toBe(ofArea.numerator)
      }
    }
    const places = asked(measureOf('P1-PLACE').rowsAt({ month: MAY, area: null, unit: null }))
    expect((await world.run('analyst', listIncidents, places)).open).toBe(
      (await seriesOf('P1-PLACE')).figures.at(-1)?.numerator,
    )
  })

  it('have the rows of a month for a sample: those that count, none in a compartment', async () => {
    for (const [code, column] of [
      ['P1-CRIME', 'numerator'],
      ['P1-ASB', 'numerator'],
      ['P1-PLACE', 'numerator'],
      ['P1-OUTCOME', 'denominator'],
    ] as const) {
      const ids = await asSystem((tx) => measureOf(code).population?.(tx, MAY) ?? Promise.resolve([]))
      expect(ids.length).toBe((await seriesOf(code)).figures.at(-1)?.[column])
      expect(ids.every((id) => /^occurrence:\d+$/.test(id))).toBe(true)
    }
  })

  it('have nothing to say where nothing is loaded', async () => {
    await world.owner(`UPDATE installation SET publisher = 'nowhere'`)
    for (const { lastMonth } of crimeLevelsMeasures)
      expect(await asSystem((tx) => lastMonth?.(tx) ?? Promise.resolve(null))).toBeNull()
    await world.owner(`UPDATE installation SET publisher = 'vale'`)
  })
})
