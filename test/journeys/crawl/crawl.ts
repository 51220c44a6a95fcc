import { expect } from 'vitest'
import { checkAccessibility, kindOfPage } from '../pages/check-page.ts'
import { faultsAtNight, faultsOnPhone } from '../pages/screen.ts'
import type { Visitor } from '../pages/visitor.ts'

/** Of one kind of page so many are asked for by one persona: the rest differ in their rows only. */
const MOST_OF_A_KIND = 3

/** So many of one kind of page are opened in the browser, and their links followed. */
const MOST_OPENED = 2
const SLOWEST_MILLISECONDS = 5_000

/** Doors, which would end the visit, and what leads out of the product. */
const LEFT_ALONE = /^\/(sign-in|sign-out|switch|lock|locked|confirm|demo-sign-in|assets)(\/|\?|$)/

export interface Crawled {
  /** Kinds of pages opened in the browser. */
  readonly pages: readonly string[]
  /** Addresses asked for in all. */
  readonly addresses: number
  readonly slowest: { readonly address: string; readonly milliseconds: number }
}

/** So many pages one persona looks at closely (barriers, night, phone) while following links; the others wait. */
const MOST_LOOKED_AT = 30

const lookedAtClosely = new Set<string>()

/** Where each kind of page that nobody looked at closely yet was seen, by whoever was there first. */
const waiting = new Map<string, { readonly by: string; readonly address: string }>()

/** Links of words and links within charts, which have no address ready made. */
async function linksOf(visitor: Visitor): Promise<string[]> {
  const { origin } = new URL(visitor.page.url())
  const hrefs = await visitor.page
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => new URL(link.getAttribute('href') ?? '', document.baseURI).href))
  return hrefs
    .filter((href) => href.startsWith(`${origin}/`))
    .map((href) => href.slice(origin.length).replace(/#.*$/, ''))
    .filter((path) => path !== '' && !LEFT_ALONE.test(path))
}

/** The kind of an address: its page, and which questions it asks, whatever the answers are. */
function kindOfAddress(address: string): string {
  const { searchParams } = new URL(address, 'http://site')
  return `${kindOfPage(address)} ${[...new Set(searchParams.keys())].toSorted().join(' ')}`
}

/** What is wrong with the page that is open: barriers, and what it is at night and on a phone. */
async function lookClosely(visitor: Visitor, page: string, address: string): Promise<string[]> {
  lookedAtClosely.add(page)
  waiting.delete(page)
  const barriers = await failureOf(() => checkAccessibility(visitor.page))
  const found = [...barriers, ...(await faultsAtNight(visitor.page)), ...(await faultsOnPhone(visitor.page))]
  return found.map((fault) => `${address} ${fault}`)
}

/** What the check says that did not hold, so that the others go on. */
async function failureOf(check: () => Promise<void>): Promise<string[]> {
  try {
    await check()
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

/** Looks closely at the kinds of pages that this person saw first and that have waited. */
export async function lookAtWaiting(visitor: Visitor, by: string): Promise<void> {
  const faults: string[] = []
  for (const [page, seen] of waiting) {
    if (seen.by !== by) continue
    await visitor.page.goto(seen.address)
    await visitor.landed()
    faults.push(...(await lookClosely(visitor, page, seen.address)))
  }
  expect(faults.join('\n')).toBe('')
}

/** Follows every link from every page that this person reaches; each kind of page is opened, and looked at closely once or waits. */
export async function crawl(visitor: Visitor, by: string): Promise<Crawled> {
  let looked = 0
  const queue = ['/']
  const asked = new Set(queue)
  const ofAKind = new Map<string, number>()
  const opened = new Set<string>()
  const openings = new Map<string, number>()
  const faults: string[] = []
  let slowest = { address: '', milliseconds: 0 }
  const clock = async (address: string, act: () => Promise<unknown>): Promise<void> => {
    const started = performance.now()
    await act()
    const milliseconds = Math.round(performance.now() - started)
    if (milliseconds > slowest.milliseconds) slowest = { address, milliseconds }
  }
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const kind = kindOfAddress(address)
    const before = ofAKind.get(kind) ?? 0
    ofAKind.set(kind, before + 1)
    if (before >= MOST_OF_A_KIND) continue
    if (before > 0 || (openings.get(kindOfPage(address)) ?? 0) >= MOST_OPENED) {
      await clock(address, () => expectAlive(visitor, address ?? ''))
      continue
    }
    if (!(await isPage(visitor, address))) continue
    await clock(address, () => visitor.page.goto(address ?? ''))
    faults.push(...(await failureOf(() => visitor.landed())))
    const page = kindOfPage(visitor.page.url())
    opened.add(page)
    openings.set(page, (openings.get(page) ?? 0) + 1)
    const links = await linksOf(visitor)
    if (!lookedAtClosely.has(page)) {
      if (looked++ < MOST_LOOKED_AT) faults.push(...(await lookClosely(visitor, page, address)))
      else if (!waiting.has(page)) waiting.set(page, { by, address })
    }
    for (const link of links) {
      if (asked.has(link)) continue
      asked.add(link)
      queue.push(link)
    }
  }
  expect(faults.join('\n')).toBe('')
  expect(slowest.milliseconds, `answer of ${slowest.address}`).toBeLessThan(SLOWEST_MILLISECONDS)
  return { pages: [...opened].toSorted(), addresses: asked.size, slowest }
}

async function expectAlive(visitor: Visitor, address: string): Promise<void> {
  const answer = await visitor.context.request.get(address)
  expect(answer.status(), `the link to ${address}`).toBe(200)
  await answer.dispose()
}

/** Downloads are asked for as well, but not opened in the browser. */
async function isPage(visitor: Visitor, address: string): Promise<boolean> {
  const answer = await visitor.context.request.get(address)
  expect(answer.status(), `the link to ${address}`).toBe(200)
  await answer.dispose()
  return answer.headers()['content-type']?.startsWith('text/html') === true
}
