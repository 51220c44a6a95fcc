import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe has looked at in this process: it takes a second or two a page, and once for each kind of page is enough. */
const looked = new Set<string>()

/** The address with every id left out: one page of the product, whatever it shows. */
export function kindOfPage(address: string): string {
  const { pathname } = new URL(address, 'http://site')
  return pathname
    .replaceAll(/\/([0-9a-f]{8}-[0-9a-f-]{27}|\d[\d-]*|[EKNSW]\d{8})(?=[/.]|$)/gi, '/:id')
    .replace(/^\/prevent\/tactics\/[a-z-]+/, '/prevent/tactics/:code')
}

interface Shape {
  readonly lang: string
  readonly title: string
  readonly headings: readonly string[]
  readonly skipTo: string | null
  readonly mains: number
  readonly demonstration: boolean
  /** Where its links lead, those within charts too, which have no address ready made; as they are written. */
  readonly links: readonly string[]
}

/** What every page of the product is: said to be English, named, with one heading of the first rank and a way past the frame. */
export async function checkPage(page: Page): Promise<void> {
  expectWhole(await shapeOf(page), page.url())
}

/** The same of a page that came without being opened: its markup. Gives where its links lead. */
export async function checkMarkup(page: Page, markup: string, address: string): Promise<readonly string[]> {
  const shape = await shapeOf(page, markup)
  expectWhole(shape, address)
  return shape.links
}

/** Where the links of the page lead that is open, as they are written. */
export async function linksOf(page: Page): Promise<readonly string[]> {
  return (await shapeOf(page)).links
}

/** Of the page that is open, or of this markup, which is read but not shown. */
function shapeOf(page: Page, markup: string | null = null): Promise<Shape> {
  return page.evaluate((html): Shape => {
    const read = html === null ? document : new DOMParser().parseFromString(html, 'text/html')
    const words = (element: HTMLElement): string => (html === null ? element.innerText : element.textContent)
    return {
      lang: read.documentElement.lang,
      title: read.title,
      headings: [...read.querySelectorAll('h1')].map((heading) => words(heading).trim()),
      skipTo: read.querySelector('a.govuk-skip-link')?.getAttribute('href') ?? null,
      mains: read.querySelectorAll('main#content').length,
      demonstration: words(read.body).includes('This is a demonstration'),
      links: [...read.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? ''),
    }
  }, markup)
}

function expectWhole(shape: Shape, address: string): void {
  expect(shape, address).toMatchObject({ lang: 'en-GB', skipTo: '#content', mains: 1, demonstration: true })
  expect(shape.headings, `h1 of ${address}`).toHaveLength(1)
  expect(shape.title, `title of ${address}`).toContain(` – Frankpledge – OFFICIAL`)
  expect(shape.title.replace(/^Error: /, ''), `title of ${address}`).toContain(shape.headings[0])
}

/** Runs axe (WCAG 2.2 AA) on the page, once for each kind of page, title's beginning, theme and width. */
export async function checkAccessibility(page: Page): Promise<void> {
  const failed = (await page.title()).startsWith('Error:')
  const theme = await page.evaluate(() => document.documentElement.dataset['theme'] ?? '')
  const key = [kindOfPage(page.url()), failed, theme, page.viewportSize()?.width].join(' ')
  if (looked.has(key)) return
  looked.add(key)
  await expectAccessible(page)
}

/**
 * GOV.UK Frontend says `aria-expanded` of a radio that shows more, against the letter of ARIA, because screen readers read
 * it out and people were helped by it (alphagov/govuk-frontend#979, w3c/aria#1404).
 */
function isGovukRadio(rule: string, html: string): boolean {
  return rule === 'aria-allowed-attr' && html.includes('class="govuk-radios__input"') && html.includes('aria-expanded')
}

/** Axe on a page, of a long list the first rows: the rest are made by the same hand. */
export function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).exclude('tbody tr:nth-child(n+6)').setLegacyMode(true)
}

/** Runs axe (WCAG 2.2 AA) on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await axeOn(page).withTags(WCAG_22_AA).analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.filter(({ html }) => !isGovukRadio(id, html)).map(({ html }) => `${id}: ${help}: ${html}`),
  )
  expect(found.join('\n'), `axe at ${page.url()}`).toBe('')
}
