import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { FastifyInstance } from 'fastify'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import { makeLook } from '#kernel/web/look.tsx'
import { crimeLevels } from '#modules/crime-levels/index.ts'
import { fillLevels } from '#modules/crime-levels/testing.ts'
import { streetFile } from '#modules/crime-levels/imports/street/testing.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { createFolderFileStore } from '#platform/files/folder-file-store.ts'
import { loadAssets } from '#ui/assets.ts'
import { buildAssets } from '../../scripts/build-assets.mjs'
import { getBrowser } from '../setup/browser.ts'
import { buildWorld, type World } from '../world/world.ts'

const database = withTestDatabase()
let world: World
let folder: string
let server: FastifyInstance
let address: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'levels-'))
  await buildAssets(join(folder, 'assets'))
  world = await buildWorld(database(), { at: '2026-07-10T12:00:00Z' })
  await fillLevels(world, 2_000)
  await drawAreas()
  const module = crimeLevels(createFolderFileStore({ folder: join(folder, 'files') }))
  const assets = loadAssets(join(folder, 'assets'))
  const look = makeLook({ assets, force: 'Vale', demonstration: true, navigation: module.navigation })
  server = await createApp({
    store: world.store,
    modules: [module],
    look,
    version: 'test',
    assetsFolder: join(folder, 'assets'),
    requestsPerMinute: 10_000,
    secure: false,
    logLevel: 'silent',
    publicRoutes: () => Promise.resolve(),
  })
  address = await server.listen({ host: '127.0.0.1', port: 0 })
})

afterAll(async () => {
  await server?.close()
  await world?.close()
  await rm(folder, { recursive: true, force: true })
})

/** Each area a square: the wards in a row, the policing areas and the force around them. */
async function drawAreas(): Promise<void> {
  const square = (x: number, width: number) => ({
    type: 'Polygon',
    coordinates: [
      [
        [x, 51],
        [x + width, 51],
        [x + width, 51.2],
        [x, 51.2],
        [x, 51],
      ],
    ],
  })
  const shapes = { A1: [0, 1], A2: [1, 1], B1: [2, 1], B2: [3, 1], A: [0, 2], B: [2, 2], force: [0, 4] } as const
  for (const [name, [x, width]] of Object.entries(shapes))
    await world.owner('UPDATE area SET boundary = $2 WHERE code = $1', [
      name === 'force' ? 'F' : name,
      JSON.stringify(square(-1 + x / 5, width / 5)),
    ])
  await world.owner(`UPDATE area SET code = 'vale' WHERE code = 'F'`)
}

/** Opens a page as somebody, runs the steps, and fails on anything that the page complained of. */
async function visit(
  persona: 'analyst' | 'sergeantA',
  path: string,
  options: BrowserContextOptions,
  steps: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await (await getBrowser()).newContext({ viewport: { width: 1440, height: 1000 }, ...options })
  try {
    await context.addCookies([{ name: 'fp_session', value: await world.token(persona), url: address }])
    const page = await context.newPage()
    const complaints: string[] = []
    // A form that is refused is answered with 400 or 422, of which the browser's console tells.
    const isRefusal = (text: string) => /status of (400|422)/.test(text)
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !isRefusal(message.text()))
        complaints.push(`${message.text()} ${message.location().url}`)
    })
    expect((await page.goto(address + path))?.status()).toBe(200)
    await steps(page)
    expect(complaints).toEqual([])
  } finally {
    await context.close()
  }
}

/** One heading, no scrolling sideways, nothing that axe finds. */
async function isFitToUse(page: Page): Promise<void> {
  expect(await page.locator('h1').count()).toBe(1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}

const PAGES = [
  ['levels', () => '/prevent/levels'],
  ['levels by cell', () => '/prevent/levels?map=cells&by=ward'],
  ['low anti-social behaviour', () => '/prevent/levels?what=anti-social-behaviour&by=ward'],
  ['months not loaded', () => '/prevent/levels?from=2019-01&to=2019-03'],
  ['an area', () => `/prevent/levels/areas/${world.areas.A1}`],
  ['rows', () => `/prevent/levels/incidents?area=${world.areas.A1}`],
  ['no rows', () => `/prevent/levels/incidents?area=${world.areas.B2}`],
  ['one occurrence', () => '/prevent/occurrences/2'],
  ['imports', () => '/prevent/levels/imports'],
] as const

describe.each(PAGES)('The page of %s', (_name, path) => {
  it.each([
    ['by day at a desk', { colorScheme: 'light' }],
    ['by night on a phone', { colorScheme: 'dark', viewport: { width: 390, height: 844 } }],
  ] as const)('can be used by everybody, %s', async (_where, options) => {
    await visit('analyst', path(), options, isFitToUse)
  })
})

describe('A sergeant who asks how much there is', () => {
  it('opens a number onto its rows, a row onto what is known, and finds the way back', async () => {
    await visit('sergeantA', '/prevent/levels?by=ward', {}, async (page) => {
      const number = page.locator('#areas tbody tr', { hasText: 'Abbey' }).locator('td a').first()
      const counted = await number.textContent()
      await number.click()
      await expect.poll(() => page.locator('h1').textContent()).toMatch(/^All crime: Abbey/)
      expect(await page.locator('main').textContent()).toContain(`${counted} crimes counted.`)
      await page.locator('tbody th a').first().click()
      await expect.poll(() => page.locator('h1').textContent()).toMatch(/, May 2026$/)
      expect(await page.locator('main').textContent()).toContain('known to the month only')
      await page.locator('.fp-rows a', { hasText: 'Abbey' }).click()
      await expect.poll(() => page.locator('h1').textContent()).toBe('How much crime and ASB is there in Abbey?')
    })
  })

  it('has a map that moves, with the same numbers', async () => {
    await visit('sergeantA', '/prevent/levels?by=ward', {}, async (page) => {
      await page.locator('#where-heading').scrollIntoViewIfNeeded()
      await page.locator('.map-is-live canvas').waitFor()
    })
  })

  it('may not import, and is not offered to', async () => {
    await visit('sergeantA', '/prevent/levels', {}, async (page) => {
      expect(await page.locator('a', { hasText: 'Imports' }).count()).toBe(0)
    })
  })
})

describe('An analyst who imports a file', () => {
  const chosen = async (page: Page, name: string, text: string): Promise<void> => {
    await page.getByLabel('Street file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
    await page.getByRole('button', { name: 'Import' }).click()
  }

  it('is taken to the job that does it', async () => {
    const file = streetFile('2026-05-thames-valley-street.csv', [{}])
    const chunks: Buffer[] = []
    for await (const chunk of await file.open()) chunks.push(Buffer.from(chunk))
    const context = await (await getBrowser()).newContext()
    await context.addCookies([{ name: 'fp_session', value: await world.token('analyst'), url: address }])
    const page = await context.newPage()
    await page.goto(`${address}/prevent/levels/imports`)
    await page.getByLabel('Force that published it').selectOption('thames-valley')
    await chosen(page, file.name, Buffer.concat(chunks).toString())
    await page.waitForURL(/\/jobs\/[0-9a-f-]{36}$/)
    await context.close()
    const jobs = await world.owner<{ kind: string; state: string }>('SELECT kind, state FROM job_run')
    expect(jobs).toEqual([{ kind: 'street.import', state: 'waiting' }])
  })

  it('is told what to do about no file, or one that is no CSV', async () => {
    await visit('analyst', '/prevent/levels/imports', {}, async (page) => {
      await page.getByRole('button', { name: 'Import' }).click()
      await expect.poll(() => page.locator('.govuk-error-summary').textContent()).toContain('Choose a file')
      await isFitToUse(page)
      await chosen(page, 'street.xlsx', 'x')
      await expect.poll(() => page.locator('.govuk-error-summary').textContent()).toContain('must be a CSV file')
    })
  })
})
