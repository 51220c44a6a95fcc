import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Polygon } from 'geojson'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { render } from 'preact-render-to-string'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AreaMap } from '#ui/maps/area-map.tsx'
import { MapFigure } from '#ui/maps/map-figure.tsx'
import { MapKey } from '#ui/maps/map-key.tsx'
import { MapList } from '#ui/maps/map-list.tsx'
import { launchChromium } from '#ui/testing/chromium.ts'
import { buildAssets } from '../../../../scripts/build-assets.mjs'
import type { IslandFeatures } from './island-features.ts'

// The strictest policy under which our pages run.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'"
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }

const square = (x: number, y: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + 0.1, y],
      [x + 0.1, y + 0.1],
      [x, y + 0.1],
      [x, y],
    ],
  ],
})
const areas = [
  { id: 'a', name: 'Abbey', geometry: square(-1, 51), step: 5 as const, value: '61.2 per 1,000', href: '/areas/a' },
  { id: 'b', name: 'Battle', geometry: square(-0.9, 51), step: 1 as const, value: '12.0 per 1,000', href: '/areas/b' },
]
const features: IslandFeatures = {
  type: 'FeatureCollection',
  features: [
    ...areas.map(({ geometry, name, step, value, href }) => ({
      type: 'Feature' as const,
      geometry,
      properties: { kind: 'area' as const, name, step, value, href },
    })),
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [-0.95, 51.08] },
      properties: { kind: 'pin', name: 'Friar Street', number: 1 },
    },
  ],
}

let folder: string
let manifest: Record<string, string>
let browser: Browser
let server: Server
let address: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'map-island-'))
  ;[manifest, browser] = await Promise.all([buildAssets(folder), launchChromium()])
  server = createServer((request, response) => {
    void answer(request.url ?? '/').then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type, 'content-security-policy': POLICY }).end(body)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const bound = server.address()
  address = typeof bound === 'object' && bound ? `http://127.0.0.1:${bound.port}` : ''
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  await rm(folder, { recursive: true, force: true })
})

async function answer(url: string): Promise<{ status: number; type: string; body: string | Buffer }> {
  if (url === '/wards.geojson') return { status: 200, type: 'application/geo+json', body: JSON.stringify(features) }
  if (url === '/' || url === '/broken') return { status: 200, type: 'text/html', body: page(url === '/broken') }
  if (url.startsWith('/areas/')) return { status: 200, type: 'text/html', body: '<!doctype html><title>Area</title>' }
  const name = url.replace('/assets/', '')
  if (url.startsWith('/assets/') && Object.values(manifest).includes(name)) {
    return { status: 200, type: TYPES[extname(name)] ?? 'text/plain', body: await readFile(join(folder, name)) }
  }
  return { status: 404, type: 'text/plain', body: 'There is nothing here' }
}

function page(broken: boolean): string {
  const figure = render(
    <MapFigure
      id="f"
      title="Where the rate is highest"
      words="Abbey."
      map={<AreaMap id="f-map" title="Wards" description="Abbey is highest." areas={areas} schematic />}
      mapKey={<MapKey ranges={[{ step: 1, low: 12, high: 12, size: 1 }]} unit="crimes per 1,000" of="wards" />}
      list={<MapList label="Wards" items={areas.map(({ name, value, href }) => ({ name, value, href }))} />}
      howCounted="So."
      island={{
        geoJsonUrl: broken ? '/none.geojson' : '/wards.geojson',
        workerUrl: `/assets/${manifest['map-worker.js']}`,
      }}
      headingLevel={2}
    />,
  )
  return (
    `<!doctype html><html lang="en"><head><title>Map</title><meta name="viewport" content="width=device-width">` +
    `<link rel="icon" href="/assets/${manifest['icon.svg']}"><link rel="stylesheet" href="/assets/${manifest['staff.css']}">` +
    `</head><body class="fp-staff"><main class="fp-content"><h1>Map</h1>${figure}</main>` +
    `<script type="module" src="/assets/${manifest['map.js']}"></script></body></html>`
  )
}

/** Opens a page in a context of its own; gives what the page complained of and every address it asked for. */
async function visit(
  path: string,
  options: BrowserContextOptions & { before?: (page: Page) => Promise<void> },
  steps: (page: Page) => Promise<void>,
): Promise<{ complaints: string[]; asked: string[] }> {
  const { before, ...contextOptions } = options
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...contextOptions })
  const complaints: string[] = []
  const asked: string[] = []
  try {
    const page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => asked.push(request.url()))
    await before?.(page)
    await page.goto(address + path)
    await steps(page)
  } finally {
    await context.close()
  }
  return { complaints, asked }
}

describe('The moving map', () => {
  test.each([
    ['by day at a desk', { colorScheme: 'light' }],
    ['by night on a phone', { colorScheme: 'dark', viewport: { width: 390, height: 844 } }],
  ] as const)('takes the place of the drawn one under a strict policy, %s', async (_where, options) => {
    const { complaints, asked } = await visit('/', options, async (page) => {
      const sheet = page.locator('.map-sheet')
      const before = await sheet.boundingBox()
      await page.locator('.map-is-live').waitFor()
      expect(await page.locator('.maplibregl-canvas').isVisible()).toBe(true)
      expect(await sheet.boundingBox()).toEqual(before)
      expect(await page.locator('.map-marker').textContent()).toBe('1')
      expect(await page.locator('.map-schematic-words').textContent()).toBe('Schematic areas: not real boundaries')
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    })
    expect(complaints).toEqual([])
    expect(asked.filter((url) => !url.startsWith(address))).toEqual([])
  })
  test('is painted in the colours of the drawn one, and changes with the theme', async () => {
    const drawn: Record<string, string> = {}
    for (const colorScheme of ['light', 'dark'] as const) {
      await visit('/', { colorScheme, javaScriptEnabled: false }, async (page) => {
        drawn[colorScheme] = await patch(page)
      })
    }
    expect(drawn['light']).not.toBe(drawn['dark'])
    await visit('/', { colorScheme: 'light' }, async (page) => {
      await page.locator('.map-is-live').waitFor()
      await expect.poll(() => patch(page)).toBe(drawn['light'])
      await page.emulateMedia({ colorScheme: 'dark' })
      await expect.poll(() => patch(page)).toBe(drawn['dark'])
    })
  })
  test('says the area pointed at, and a click goes to it', async () => {
    await visit('/', {}, async (page) => {
      await page.locator('.map-is-live').waitFor()
      const box = await page.locator('.maplibregl-canvas').boundingBox()
      if (!box) throw new Error('The map has no place')
      await page.mouse.move(box.x + box.width * 0.25, box.y + box.height / 2)
      await page.locator('.map-readout', { hasText: 'Abbey: 61.2 per 1,000' }).waitFor()
      await page.mouse.click(box.x + box.width * 0.75, box.y + box.height / 2)
      await page.waitForURL('**/areas/b')
    })
  })
  test('can be moved by keyboard, says what lies in its middle, and Enter goes there', async () => {
    await visit('/', { reducedMotion: 'reduce' }, async (page) => {
      await page.locator('.map-is-live').waitFor()
      await page.keyboard.press('Tab')
      await page.locator('.maplibregl-canvas:focus').waitFor()
      await page.keyboard.press('+')
      await page.keyboard.press('ArrowLeft')
      await page.locator('.map-readout', { hasText: 'Abbey' }).waitFor()
      await page.keyboard.press('Enter')
      await page.waitForURL('**/areas/a')
    })
  })
  test('leaves the drawn map as it was when its data do not come', async () => {
    await visit('/broken', {}, async (page) => {
      await page.locator('.map-island').waitFor({ state: 'detached' })
      expect(await page.locator('.map-svg').isVisible()).toBe(true)
      expect(await page.locator('.map-is-live, .map-is-loading').count()).toBe(0)
    })
  })
  test('leaves the drawn map as it was on a machine that cannot draw it', async () => {
    const without = async (page: Page) => {
      await page.addInitScript(() => {
        Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', { value: () => null })
      })
    }
    await visit('/', { before: without }, async (page) => {
      await page.locator('.map-island').waitFor({ state: 'detached' })
      expect(await page.locator('.map-svg').isVisible()).toBe(true)
    })
  })
  test('is not needed: without script the drawn map and its list stand', async () => {
    await visit('/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.map-svg').isVisible()).toBe(true)
      expect(await page.locator('.map-island').isVisible()).toBe(false)
      await page.getByRole('link', { name: 'Abbey' }).click()
      await page.waitForURL('**/areas/a')
    })
  })
})

/** A few pixels out of the left area, as a picture: two patches are the same text when they have the same colour. */
async function patch(page: Page): Promise<string> {
  const box = await page.locator('.map-frame').boundingBox()
  if (!box) throw new Error('The map has no place')
  const clip = { x: Math.round(box.x + box.width * 0.2), y: Math.round(box.y + box.height * 0.6), width: 6, height: 6 }
  const picture = await page.screenshot({ clip })
  return picture.toString('base64')
}
