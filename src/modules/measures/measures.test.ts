import { createInterface } from 'node:readline'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { MeasureValue } from '#kernel/measures/define.ts'
import { measuresOf } from '#kernel/measures/registry.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { Forbidden, Invalid, NotFound, RuleRefused } from '#platform/errors/errors.ts'
import { startDownload } from '#platform/operations/run.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { freezeCommand } from './commands/freeze-measure.ts'
import { measureListCommand, measureShowCommand } from './command-line.ts'
import { exportMeasure } from './queries/export-measure.ts'
import { listMeasures } from './queries/list-measures.ts'
import { showMeasure } from './queries/show-measure.ts'
import { computeAll, madeUp, madeValue } from './testing.ts'

const database = withTestDatabase()
let world: World
let values: readonly MeasureValue[] = []

const measures = measuresOf([
  madeUp('T-SHARE', () => values),
  madeUp('T-COUNT', () => values.map((value) => ({ ...value, denominator: null })), { unit: 'count', by: [] }),
])
const [list, show, freeze] = [listMeasures(measures), showMeasure(measures), freezeCommand(measures)]

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2026-07-10T12:00:00Z' })
})
beforeEach(async () => {
  await world.owner('TRUNCATE measure_value, measure_snapshot CASCADE')
  const { A, B } = world.areas
  const { teamA, teamB } = world.units
  values = [
    madeValue('2026-04', [70, 100]),
    madeValue('2026-05', [80, 100, 10]),
    madeValue('2026-06', [90, 150, 5]),
    madeValue('2026-06', [3, 40], { area: A }),
    madeValue('2026-06', [30, 45], { area: B }),
    madeValue('2026-06', [60, 80], { unit: teamA }),
    madeValue('2026-06', [30, 70], { unit: teamB }),
  ]
})
afterAll(async () => world.close())

const stored = async () =>
  world.owner<{ measure: string; month: string; numerator: number }>(
    `SELECT measure, to_char(month, 'YYYY-MM') AS month, area_id, unit_id, numerator FROM measure_value
     ORDER BY measure, month, area_id NULLS FIRST, unit_id NULLS FIRST`,
  )

describe('Computing measures', () => {
  it('stores what each measure gives, tells how far it is, and is in the audit', async () => {
    const told: string[] = []
    // The made-up count has no breakdown of its own here: it gives the same rows.
    expect(await computeAll(world.store, measures, told)).toEqual({ measures: 2, values: 14, removed: 0 })
    expect(told).toEqual(['0 of 2: Made-up measure', '1 of 2: Made-up measure', '2 of 2: Done'])
    const entries = await world.owner(`SELECT FROM audit_event WHERE event = 'measure.computed'`)
    expect(entries.length).toBeGreaterThanOrEqual(2)
  })

  it('the same again changes nothing, and what is no more goes', async () => {
    await computeAll(world.store, measures)
    const before = await stored()
    expect(await computeAll(world.store, measures)).toMatchObject({ values: 14, removed: 0 })
    expect(await stored()).toEqual(before)
    values = values.filter(({ month, unit }) => month !== '2026-05' && unit === null)
    expect(await computeAll(world.store, measures)).toMatchObject({ values: 8, removed: 6 })
    expect((await stored()).filter(({ month }) => month === '2026-05')).toEqual([])
  })

  it('leaves months older than its 36 as they are, and another version’s', async () => {
    await computeAll(world.store, measures)
    await world.owner(
      `INSERT INTO measure_value (measure, version, month, numerator, computed_at) VALUES
       ('T-SHARE', 1, '2020-01-01', 5, now()), ('T-SHARE', 7, '2026-06-01', 5, now())`,
    )
    expect(await computeAll(world.store, measures)).toMatchObject({ removed: 0 })
    const { versions } = await world.run('analyst', show, { code: 'T-SHARE' })
    expect(versions.map(({ version, from }) => [version, from])).toEqual([
      [7, '2026-06'],
      [1, '2020-01'],
    ])
  })

  it('leaves it to the run that was asked for after it', async () => {
    await world.owner(
      `INSERT INTO job_run (id, kind, title, input, state, asked_at) VALUES ($1, 'measures.compute', 't', '{}', 'waiting', now())`,
      [randomUUID()],
    )
    expect(await computeAll(world.store, measures)).toHaveProperty('left')
    await world.owner('TRUNCATE job_run')
  })

  it('one that fails does not keep the others', async () => {
    const { A, A1 } = world.areas
    const broken = [
      madeUp('T-FUTURE', () => [], {
        compute: () => Promise.resolve({ values: [madeValue('2026-07', [1, 2])], sourceAt: null }),
      }),
      madeUp('T-MIXED', () => [madeValue('2026-06', [1, 2], { area: A }), madeValue('2026-06', [1, 2], { area: A1 })]),
      madeUp('T-NESTED', () => [
        madeValue('2026-06', [1, 2], { unit: world.units.A }),
        madeValue('2026-06', [1, 2], { unit: world.units.teamA }),
      ]),
    ]
    const some = measuresOf([...broken, ...measures.all])
    await expect(computeAll(world.store, some)).rejects.toThrow('Not computed: T-FUTURE, T-MIXED, T-NESTED')
    expect(new Set((await stored()).map(({ measure }) => measure))).toEqual(new Set(['T-COUNT', 'T-SHARE']))
  })

  it('forgets everything where nothing is covered any more', async () => {
    await computeAll(world.store, measures)
    const gone = measuresOf([madeUp('T-SHARE', () => values, { lastMonth: () => Promise.resolve(null) })])
    expect(await computeAll(world.store, gone)).toMatchObject({ values: 0, removed: 7 })
  })

  it('codes are unique and fit into an address', () => {
    const twin = madeUp('T-SHARE', () => [])
    expect(() => measuresOf([twin, twin])).toThrow('Two measures')
    expect(() => measuresOf([madeUp('t/x', () => [])])).toThrow('no code')
    expect(() => measures.get('T-NONE')).toThrow(NotFound)
  })
})

describe('Reading measures', () => {
  it('the list has each with its latest figure, its interval and what is unknown', async () => {
    await computeAll(world.store, measures)
    const { measures: listed } = await world.run('officerB', list, {})
    expect(listed.map(({ code }) => code)).toEqual(['T-COUNT', 'T-SHARE'])
    const latest = listed[1]?.figures.at(-1)
    expect(latest).toMatchObject({ month: '2026-06', value: 60, unknown: 5, withheld: null })
    expect(latest?.interval?.low).toBeLessThan(60)
    expect(listed[1]?.freshness.late).toBeNull()
  })

  it('before anything was computed each is there, with no figure', async () => {
    const { measures: listed } = await world.run('officerB', list, {})
    expect(listed.every(({ figures, freshness }) => figures.length === 0 && freshness.late === null)).toBe(true)
    expect(await world.run('officerB', show, { code: 'T-SHARE' })).toMatchObject({
      month: null,
      tables: [],
      figures: [],
    })
  })

  it('by area small numbers are withheld, the whole force’s stay, and no row is one step from a withheld number', async () => {
    await computeAll(world.store, measures)
    const { tables, figures } = await world.run('officerB', show, { code: 'T-SHARE' })
    const [areas, teams] = tables
    expect(areas?.rows.map(({ name, figure }) => [name, figure.numerator, figure.withheld?.numerator ?? null])).toEqual(
      [
        ['Ashford', null, 'fewer than 5'],
        ['Barton', null, 'withheld'],
        ['No place, or outside these areas', 57, null],
      ],
    )
    expect(areas?.rows.slice(0, 2).every(({ figure }) => figure.value === null && figure.rows === null)).toBe(true)
    expect(teams?.rows.map(({ name, figure }) => [name, figure.value, figure.rows])).toEqual([
      ['Abbey neighbourhoods', 75, '/rows?month=2026-06'],
      ['Beech neighbourhoods', 300 / 7, '/rows?month=2026-06'],
      ['No team, or none of these', null, null],
    ])
    expect(figures.at(-1)).toMatchObject({ numerator: 90, rows: '/rows?month=2026-06' })
  })

  it('the series of an area withholds what its month’s table does', async () => {
    await computeAll(world.store, measures)
    const { A, B } = world.areas
    for (const area of [A, B]) {
      const { figures, scope } = await world.run('officerB', show, { code: 'T-SHARE', area })
      expect(scope?.name).toBe(area === A ? 'Ashford' : 'Barton')
      expect(figures).toHaveLength(1)
      expect(figures[0]).toMatchObject({ value: null, numerator: null, interval: null, rows: null })
    }
    await expect(world.run('officerB', show, { code: 'T-COUNT', area: A })).rejects.toThrow(NotFound)
    await expect(world.run('officerB', show, { code: 'T-SHARE', area: 999_999 })).rejects.toThrow(NotFound)
    for (const month of ['June', '0000-01', '2026-13', 7])
      await expect(world.run('officerB', show, { code: 'T-SHARE', month })).rejects.toThrow(Invalid)
  })

  it('is late when it should have been computed again', async () => {
    await computeAll(world.store, measures)
    await world.moveTo('2026-07-13T12:00:00Z')
    const { freshness } = await world.run('officerB', show, { code: 'T-SHARE' })
    expect(freshness.late).toMatch(/two days/)
    await world.moveTo('2026-07-10T12:00:00Z')
  })
})

describe('Freezing a figure', () => {
  it('keeps it as it stands, whatever is computed later', async () => {
    await computeAll(world.store, measures)
    await world.run('commanderA', freeze, { code: 'T-SHARE', month: '2026-06', purpose: 'Board of July' })
    values = values.map((value) => ({ ...value, numerator: 1 }))
    await computeAll(world.store, measures)
    const { snapshots, figures } = await world.run('officerB', show, { code: 'T-SHARE' })
    expect(figures.at(-1)?.numerator).toBe(1)
    expect(snapshots).toEqual([
      expect.objectContaining({ month: '2026-06', value: 60, purpose: 'Board of July', frozenBy: 'Supt Hale' }),
    ])
  })

  it('is refused without the month, of a month without a figure, and to those who may not', async () => {
    await computeAll(world.store, measures)
    const asked = { code: 'T-SHARE', month: '2025-01', purpose: 'x' }
    await expect(world.run('commanderA', freeze, { ...asked, month: '' })).rejects.toThrow(Invalid)
    await expect(world.run('commanderA', freeze, asked)).rejects.toThrow(RuleRefused)
    await expect(world.run('officerB', freeze, { ...asked, month: '2026-06' })).rejects.toThrow(Forbidden)
  })
})

describe('A download', () => {
  it('has every figure, words where a number is withheld, and the marking first', async () => {
    await computeAll(world.store, measures)
    const file = await startDownload(world.store, exportMeasure(measures), {
      who: await world.signIn('officerB'),
      request: { requestId: randomUUID(), origin: 'test' },
      input: { code: 'T-SHARE', format: 'csv' },
    })
    expect(file.fileName).toBe('OFFICIAL T-SHARE made-up measure.csv')
    const lines: string[] = []
    for await (const line of createInterface({ input: file.body })) lines.push(line)
    expect(lines[0]?.replace('\uFEFF', '')).toBe('OFFICIAL')
    expect(lines.filter((line) => line.includes('fewer than 5')).at(-1)).toContain('Ashford')
    expect(lines.some((line) => /Whole force,90,150,5,60/.test(line))).toBe(true)
    expect(lines.filter((line) => /,area,/.test(line))).toHaveLength(3)
    // What is withheld stands nowhere in the file.
    expect(lines.some((line) => /,(3|30),(40|45),/.test(line))).toBe(false)
  })
})

describe('On the command line', () => {
  it('measure list computes what never was, and says what each says', async () => {
    const { json, words, exitCode } = await measureListCommand(world.store, measures, false)
    expect(exitCode).toBe(0)
    expect(json).toMatchObject({
      measures: [{ code: 'T-COUNT' }, { code: 'T-SHARE', latest: { month: '2026-06', value: 60 } }],
    })
    expect(words[1]).toMatch(/^T-SHARE +Made-up measure: June 2026, 60\.0% \(/)
  })

  it('measure show has the month asked for, by area and team, and is honest where there is none', async () => {
    const asked = { code: 'T-SHARE', month: '2026-06', compute: true }
    const { json, words } = await measureShowCommand(world.store, measures, asked)
    expect(json).toMatchObject({
      code: 'T-SHARE',
      figure: { numerator: 90, unknown: 5 },
      areas: [{ name: 'Ashford', numerator: null, withheld: { numerator: 'fewer than 5' } }, {}, {}],
      units: [{}, {}, {}],
      months: [{}, {}, {}],
    })
    expect(words.join('\n')).toContain('  Ashford: withheld')
    expect((await measureShowCommand(world.store, measures, { ...asked, month: '2020-01' })).exitCode).toBe(1)
    await expect(measureShowCommand(world.store, measures, { ...asked, code: 'NONE' })).rejects.toThrow(NotFound)
    await expect(measureShowCommand(world.store, measures, { ...asked, month: 'x' })).rejects.toThrow(Invalid)
  })
})
