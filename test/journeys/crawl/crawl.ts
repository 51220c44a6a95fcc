import type { APIResponse } from 'playwright-core'
import { expect } from 'vitest'
import { checkAccessibility, checkMarkup, kindOfPage, linksOf } from '../pages/check-page.ts'
import { faultsAtNight, faultsOnPhone } from '../pages/screen.ts'
import type { Visitor } from '../pages/visitor.ts'

/** Of one kind of page so many are asked for by one persona: the rest differ in their rows only. */
const MOST_OF_A_KIND = 3

/** Of so many of one kind of page the links are followed. */
const MOST_FOLLOWED = 2

/** So many people open one kind of page in the browser; of the others it is read, which is ten times as fast. */
const MOST_IN_BROWSER = 3
const SLOWEST_MILLISECONDS = 5_000

/** Doors, which would end the visit, and what leads out of the product. */
const LEFT_ALONE = /^\/(sign-in|sign-out|switch|lock|locked|confirm|demo-sign-in|assets)(\/|\?|$)/

export interface Crawled {
  /** Kinds of pages that were opened in the browser or read. */
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

/** Addresses of the product among links, as they are written at an address. */
function within(links: readonly string[], at: string): string[] {
  const { origin } = new URL(at)
  return links
    .map((link) => new URL(link, at).href)
    .filter((href) => href.startsWith(`${origin}/`))
    .map((href) => href.slice(origin.length).replace(/#.*$/, ''))
    .filter((path) => path !== '' && !LEFT_ALONE.test(path))
}

/** The kind of an address: its page, and which questions it asks, whatever the answers are. */
function kindOfAddress(address: string): string {
  const { searchParams } = new URL(address, 'http://site')
  return `${kindOfPage(address)} ${[...new Set(searchParams.keys())].toSorted().join(' ')}`
}

/** Who has opened a kind of page in the browser. */
const openedBy = new Map<string, Set<string>>()

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

/** Follows every link from every page that this person reaches; each kind of page is looked at closely once or waits. */
export async function crawl(visitor: Visitor, by: string): Promise<Crawled> {
  let looked = 0
  const queue = ['/']
  const asked = new Set(queue)
  const ofAKind = new Map<string, number>()
  const seen = new Set<string>()
  const followed = new Map<string, number>()
  const faults: string[] = []
  let slowest = { address: '', milliseconds: 0 }
  const clock = async <T>(address: string, act: () => Promise<T>): Promise<T> => {
    const started = performance.now()
    const answer = await act()
    const milliseconds = Math.round(performance.now() - started)
    if (milliseconds > slowest.milliseconds) slowest = { address, milliseconds }
    return answer
  }

  const open = async (address: string): Promise<readonly string[]> => {
    await clock(address, () => visitor.page.goto(address))
    faults.push(...(await failureOf(() => visitor.landed())))
    const page = kindOfPage(visitor.page.url())
    seen.add(page)
    openedBy.set(page, (openedBy.get(page) ?? new Set()).add(by))
    const links = within(await linksOf(visitor.page), visitor.page.url())
    if (lookedAtClosely.has(page)) return links
    if (looked++ < MOST_LOOKED_AT) faults.push(...(await lookClosely(visitor, page, address)))
    else if (!waiting.has(page)) waiting.set(page, { by, address })
    return links
  }
  /** Null where it is to be opened in the browser. */
  const read = async (address: string): Promise<readonly string[] | null> => {
    const kind = kindOfPage(address)
    const readers = openedBy.get(kind)
    const unlooked = !lookedAtClosely.has(kind) && looked < MOST_LOOKED_AT
    if (readers !== undefined && (readers.has(by) || readers.size < MOST_IN_BROWSER || unlooked)) return null
    const answer = await clock(address, () => visitor.context.request.get(address))
    expect(answer.status(), `the link to ${address}`).toBe(200)
    if (!isPage(answer)) return []
    if (readers === undefined) return null
    seen.add(kind)
    return within(await checkMarkup(visitor.page, await answer.text(), address), answer.url())
  }

  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const kind = kindOfAddress(address)
    const before = ofAKind.get(kind) ?? 0
    ofAKind.set(kind, before + 1)
    if (before >= MOST_OF_A_KIND) continue
    const page = kindOfPage(address)
    if (before > 0 || (followed.get(page) ?? 0) >= MOST_FOLLOWED) {
      await clock(address, () => expectAlive(visitor, address ?? ''))
      continue
    }
    followed.set(page, (followed.get(page) ?? 0) + 1)
    const links = (await read(address)) ?? (await open(address))
    for (const link of links) {
      if (asked.has(link)) continue
      asked.add(link)
      queue.push(link)
    }
  }
  expect(faults.join('\n')).toBe('')
  expect(slowest.milliseconds, `answer of ${slowest.address}`).toBeLessThan(SLOWEST_MILLISECONDS)
  return { pages: [...seen].toSorted(), addresses: asked.size, slowest }
}

async function expectAlive(visitor: Visitor, address: string): Promise<void> {
  const answer = await visitor.context.request.get(address)
  expect(answer.status(), `the link to ${address}`).toBe(200)
  await answer.dispose()
}

/** Downloads are asked for as well, but not opened in the browser. */
function isPage(answer: APIResponse): boolean {
  return answer.headers()['content-type']?.startsWith('text/html') === true
}
