import AxeBuilder from '@axe-core/playwright'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildAssets } from '../../../scripts/build-assets.mjs'
import { launchChromium } from '../testing/chromium.ts'
import { galleryPaths } from './pages.tsx'
import { startGallery, type Gallery } from './server.ts'

let folder: string
let gallery: Gallery
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gallery-'))
  await buildAssets(folder)
  ;[gallery, browser] = await Promise.all([startGallery(folder, 0), launchChromium()])
})

afterAll(async () => {
  await browser?.close()
  gallery?.server.close()
  await rm(folder, { recursive: true, force: true })
})

const phone = { viewport: { width: 390, height: 844 } }
const desk = { viewport: { width: 1440, height: 1000 } }

/** Opens a page in a context of its own, runs the steps, and fails on anything the page complained of. */
async function visit(
  path: string,
  options: BrowserContextOptions,
  steps: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ ...desk, ...options })
  try {
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(gallery.address + path)
    await steps(page)
    expect(complaints).toEqual([])
  } finally {
    await context.close()
  }
}

describe.each(galleryPaths)('%s', (path) => {
  test.each([
    ['by day at a desk', { colorScheme: 'light' }],
    ['by night on a phone', { ...phone, colorScheme: 'dark' }],
  ] as const)('can be used by everybody, %s, and fits', async (_where, options) => {
    await visit(path, options, async (page) => {
      expect(await page.locator('h1').count()).toBe(1)
      const title = (await page.locator('h1').textContent()) ?? ''
      expect((await page.title()).replace(/^Error: /, '')).toContain(`${title} – Frankpledge`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    })
  })
})

describe('the frame', () => {
  test('the key / goes to the search, but not out of a field, and can be switched off', async () => {
    await visit('/table', {}, async (page) => {
      const focused = () => page.evaluate(() => document.activeElement?.id)
      await page.keyboard.press('/')
      expect(await focused()).toBe('search')
      await page.keyboard.type('a/b')
      expect(await page.locator('#search').inputValue()).toBe('a/b')
      await page.getByRole('button', { name: 'PS Ellis' }).click()
      await page.getByRole('button', { name: 'Turn off the key /' }).click()
      await page.reload()
      await page.keyboard.press('/')
      expect(await focused()).not.toBe('search')
    })
  })

  test('the theme is chosen at once and kept', async () => {
    await visit('/table', { colorScheme: 'light' }, async (page) => {
      const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      expect(await ground()).toBe('rgb(245, 247, 249)')
      await page.getByRole('button', { name: 'PS Ellis' }).click()
      await page.getByRole('button', { name: 'Night theme' }).click()
      expect(await ground()).toBe('rgb(13, 21, 29)')
      await page.reload()
      expect(await ground()).toBe('rgb(13, 21, 29)')
    })
  })

  test('on a phone the sections open from the menu, also without script', async () => {
    await visit('/table', { ...phone, javaScriptEnabled: false }, async (page) => {
      const sections = page.getByRole('navigation', { name: 'Sections' })
      expect(await sections.isVisible()).toBe(false)
      await page.getByRole('button', { name: 'Menu' }).click()
      expect(await sections.isVisible()).toBe(true)
    })
  })

  test('the first thing on a page is the way past the frame', async () => {
    await visit('/table', {}, async (page) => {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    })
  })
})

describe('a form', () => {
  test('each error in the summary leads to its control', async () => {
    await visit('/form', {}, async (page) => {
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('govuk-error-summary')
      for (const [error, control] of [
        ['Enter the unit’s name', 'field-name'],
        ['Choose what kind of unit it is', 'field-kind'],
        ['Start date must be a real date', 'field-starts-day'],
      ] as const) {
        await page.getByRole('link', { name: error }).click()
        expect(await page.evaluate(() => document.activeElement?.id)).toBe(control)
      }
    })
  })

  test('is kept as a draft while somebody types, and says so', async () => {
    await visit('/form', {}, async (page) => {
      await page.clock.install()
      await page.reload()
      await page.locator('#field-name').fill('Reading response')
      await page.clock.runFor(5_000)
      await page.getByText(/Draft saved \d\d:\d\d/).waitFor()
      const draft: unknown = JSON.parse(gallery.drafts.at(-1) ?? '')
      expect(draft).toMatchObject({ key: 'sample-draft', fields: { name: 'Reading response' } })
    })
  })

  test('what was told meanwhile is counted in the head', async () => {
    await visit('/form', {}, async (page) => {
      await page.getByText('3 not seen').waitFor()
      expect(await page.locator('[data-notifications]').innerText()).toMatch(/^Notifications\s+3/)
    })
  })

  test('a job beside it goes on counting', async () => {
    await visit('/form', {}, async (page) => {
      await page.getByText('2,400 of 4,800 rows').waitFor()
      expect(await page.locator('progress').evaluate((bar: HTMLProgressElement) => bar.value)).toBe(2400)
    })
  })
})
