import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { carried } from '#platform/edge.ts'
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { createInterface } from 'node:readline'
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { startDownload } from '#platform/operations/run.ts'
import type { Download } from '#platform/operations/define.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { exportIncidents } from './exports/incidents-export.ts'
import { exportLevels } from './exports/levels-export.ts'
import { levelsOfArea } from './queries/area.ts'
import { listIncidents } from './queries/incidents.ts'
import { openOccurrence } from './queries/occurrence.ts'
import { levelsOverview } from './queries/overview.ts'
import { levelShapes } from './queries/shapes.ts'
import { fillLevels, watched } from './testing.ts'

const ROWS = 300_000
/** A real force's files have some 29,000. */
const POINTS = 3_000

const database = withTestDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2026-07-10T12:00:00Z' })
  await fillLevels(world, ROWS, POINTS)
})

afterAll(async () => world.close())

const download = async (operation: Download, input: object) =>
  startDownload(world.store, operation, {
    who: await world.signIn('analyst'),
    request: { requestId: randomUUID(), origin: 'test' },
    input,
  })

describe('With hundreds of thousands of rows', () => {
  it.each([
    ['levels', levelsOverview, {}],
    ['levels by cell', levelsOverview, { map: 'cells', by: 'ward', from: '2026-05' }],
    ['an area', levelsOfArea, { area: 'A1', from: '2026-05' }],
    ['a list', listIncidents, { from: '2026-05' }],
    ['a list of an area', listIncidents, { area: 'A1', from: '2026-05' }],
    ['an occurrence', openOccurrence, { id: 1 }],
    ['shapes', levelShapes, { map: 'cells', from: '2026-05' }],
  ] as const)('the page of %s reads occurrences by an index', async (_name, query, input) => {
    const area = 'area' in input ? { area: world.areas[input.area] } : {}
    const { plans } = await watched(world.store, await world.signIn('sergeantA'), query, { ...input, ...area })
    for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on occurrence\b/)
  })

  it('a list is chosen and counted from the index alone, and its fifty rows are read by their numbers', async () => {
    const { plans } = await watched(world.store, await world.signIn('sergeantA'), listIncidents, { from: '2026-05' })
    const scans = plans.flatMap((plan) => plan.match(/Index[\w ]* using occurrence_\w+ on occurrence/g) ?? [])
    expect(new Set(scans)).toEqual(
      new Set([
        'Index Only Scan using occurrence_published on occurrence',
        'Index Only Scan Backward using occurrence_published on occurrence',
        'Index Scan using occurrence_pkey on occurrence',
      ]),
    )
  })
})

setFlagsFromString('--expose-gc')
const collect = carried<() => void>(runInNewContext('gc'))

/** Bytes that are held after a collection: what nobody needs any more says nothing about streaming. */
function heldMemory(): number {
  collect()
  return process.memoryUsage().heapUsed
}

describe('A download of incidents', () => {
  it('has every row that the page counts, is read by a cursor, and is in the audit with its filter', async () => {
    const { counted } = await world.run('analyst', listIncidents, {})
    const file = await download(exportIncidents, { format: 'csv' })
    expect(file).toMatchObject({ rows: counted, mediaType: 'text/csv; charset=utf-8' })
    expect(file.fileName).toBe('OFFICIAL-SENSITIVE all crime, Vale, 2025-06 to 2026-05.csv')
    const before = heldMemory()
    let lines = 0
    let most = 0
    for await (const line of createInterface({ input: file.body })) {
      if (lines === 0) expect(line.replace('\uFEFF', '')).toBe('OFFICIAL-SENSITIVE')
      if (++lines % 20_000 === 0) most = Math.max(most, heldMemory() - before)
    }
    expect(lines).toBe(counted + 4)
    expect(most).toBeLessThan(150 * 1024 * 1024)
    const audit = await world.owner<{ outcome: string; detail: { format?: string } }>(
      `SELECT outcome, detail FROM audit_event WHERE event = 'incidents.exported' ORDER BY id`,
    )
    await expect
      .poll(async () => (await world.owner(`SELECT FROM audit_event WHERE event = 'incidents.exported'`)).length)
      .toBe(2)
    expect(audit[0]).toMatchObject({ outcome: 'intended', detail: { format: 'csv', what: 'crime', rows: counted } })
  })

  it('leaves the connection free when the reader goes away', async () => {
    for (let i = 0; i < 8; i++) {
      const { body } = await download(exportIncidents, {})
      body.on('error', () => undefined)
      await new Promise((resolve) => body.once('data', resolve))
      body.destroy()
    }
    expect((await world.run('analyst', levelsOverview, {})).overview?.force.level.count).toBeGreaterThan(0)
  })
})

describe('A download of levels', () => {
  it('names the population year and the interval, marking first, in Excel too', async () => {
    const file = await download(exportLevels, { by: 'ward', format: 'xlsx' })
    expect(file.fileName).toBe('OFFICIAL all crime by ward, 2025-06 to 2026-05.xlsx')
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.read(Readable.from(file.body))
    const rows = workbook.worksheets[0]?.getSheetValues().filter((row) => Array.isArray(row)) ?? []
    expect(rows[0]?.[1]).toBe('OFFICIAL')
    const head = rows.find((row) => row[1] === 'Kind of area')
    const abbey = rows.find((row) => row[3] === 'Abbey')
    expect(head).toContain('Population year')
    expect(abbey?.[head?.indexOf('Population year') ?? 0]).toBe(2024)
    expect(abbey?.[head?.indexOf('Interval high') ?? 0]).toBeGreaterThan(
      Number(abbey?.[head?.indexOf('Interval low') ?? 0]),
    )
  })
})
