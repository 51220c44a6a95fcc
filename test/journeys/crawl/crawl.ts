import { expect } from 'vitest'
import { kindOfPage } from '../pages/check-page.ts'
import { faultsAtNight, faultsOnPhone } from '../pages/screen.ts'
import type { Visitor } from '../pages/visitor.ts'

/** Of one kind of page so many are asked for by one persona: the rest differ in their rows only. */
const MOST_OF_A_KIND = 3

/** So many of one kind of page are read for their links by one persona. */
const MOST_READ = 2

/** So many personas open one kind of page in the browser; to the others its links are read from what is answered. */
const MOST_IN_BROWSER = 2
const SLOWEST_MILLISECONDS = 5_000

/** Doors, which would end the visit, and what leads out of the product. */
const LEFT_ALONE = /^\/(sign-in|sign-out|switch|lock|locked|confirm|demo-sign-in|assets)(\/|\?|$)/

export interface Crawled {
  /** Kinds of pages whose links were followed. */
  readonly pages: readonly string[]
  /** Addresses asked for in all. */
  readonly addresses: number
  readonly slowest: { readonly address: string; readonly milliseconds: number }
}

/** How many personas opened this kind of page in the browser; the first looked at it closely (phone, night). */
const inBrowser = new Map<string, number>()

/** The links of a page as it was answered: no script of the product adds one. */
function linksOf(html: string, address: string): string[] {
  const base = new URL(address, 'http://site')
  return [...html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)]
    .map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), base))
    .filter(({ origin }) => origin === base.origin)
    .map(({ pathname, search }) => `${pathname}${search}`)
    .filter((path) => !LEFT_ALONE.test(path))
}

/** The kind of an address: its page, and which questions it asks, whatever the answers are. */
function kindOfAddress(address: string): string {
  const { searchParams } = new URL(address, 'http://site')
  return `${kindOfPage(address)} ${[...new Set(searchParams.keys())].toSorted().join(' ')}`
}

/** Follows every link from every page that this person reaches; each kind of page is looked at closely once. */
export async function crawl(visitor: Visitor): Promise<Crawled> {
  const queue = ['/']
  const asked = new Set(queue)
  const ofAKind = new Map<string, number>()
  const read = new Map<string, number>()
  const faults: string[] = []
  let slowest = { address: '', milliseconds: 0 }
  const clock = async <T>(address: string, act: () => Promise<T>): Promise<T> => {
    const started = performance.now()
    const done = await act()
    const milliseconds = Math.round(performance.now() - started)
    if (milliseconds > slowest.milliseconds) slowest = { address, milliseconds }
    return done
  }
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const kind = kindOfAddress(address)
    const before = ofAKind.get(kind) ?? 0
    ofAKind.set(kind, before + 1)
    if (before >= MOST_OF_A_KIND) continue
    const html = await clock(address, () => ask(visitor, address ?? ''))
    const page = kindOfPage(address)
    const readBefore = read.get(page) ?? 0
    if (html === null || before > 0 || readBefore >= MOST_READ) continue
    read.set(page, readBefore + 1)
    if (readBefore === 0) faults.push(...(await open(visitor, address)))
    for (const link of linksOf(html, address)) {
      if (asked.has(link)) continue
      asked.add(link)
      queue.push(link)
    }
  }
  expect(faults.join('\n')).toBe('')
  expect(slowest.milliseconds, `answer of ${slowest.address}`).toBeLessThan(SLOWEST_MILLISECONDS)
  return { pages: [...read.keys()].toSorted(), addresses: asked.size, slowest }
}

/** Opens a page in the browser, unless enough personas did; what is wrong with it. */
async function open(visitor: Visitor, address: string): Promise<string[]> {
  const page = kindOfPage(address)
  const personas = inBrowser.get(page) ?? 0
  if (personas >= MOST_IN_BROWSER) return []
  inBrowser.set(page, personas + 1)
  await visitor.page.goto(address)
  const faults = await visitor.arrived().then(
    () => [],
    (error: unknown) => [error instanceof Error ? error.message : String(error)],
  )
  if (personas > 0) return faults
  const closely = [...(await faultsAtNight(visitor.page)), ...(await faultsOnPhone(visitor.page))]
  return [...faults, ...closely.map((fault) => `${address} ${fault}`)]
}

/** What an address answers, if that is a page; null for a download. */
async function ask(visitor: Visitor, address: string): Promise<string | null> {
  const answer = await visitor.context.request.get(address)
  expect(answer.status(), `the link to ${address}`).toBe(200)
  const html = answer.headers()['content-type']?.startsWith('text/html') === true ? await answer.text() : null
  await answer.dispose()
  return html
}
