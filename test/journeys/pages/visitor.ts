import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { getBrowser } from '../../setup/browser.ts'
import { checkAccessibility, checkPage } from './check-page.ts'
import { Fields } from './fields.ts'
import { readTable, type TableRow } from './table.ts'

const ANSWER_WITHIN = 10_000

/** Who can be signed in as: the personas' names, by what they do. */
export const PERSONAS = {
  chief: 'CC Ashdown',
  commander: 'Supt Okonkwo',
  sergeant: 'PS Ellis',
  officer: 'PC Begum',
  analyst: 'Ms Kowalska',
  lead: 'Supt Marlow',
  inspector: 'Ms Hale',
  administrator: 'Mr Trevithick',
  auditor: 'Mrs Nair',
  custodian: 'Mr Adeyemi',
  reviewer: 'Mrs Bielski',
  witnessCare: 'Mrs Achterberg',
  partner: 'Ms Sandhu',
} as const
export type Persona = keyof typeof PERSONAS

/** Somebody at a browser. Each arrival checks the page; a page that says something to the console has failed. */
export class Visitor {
  readonly page: Page
  readonly fields: Fields
  readonly #context: BrowserContext
  readonly #origin: string
  readonly #complaints: string[] = []
  #status = 0

  private constructor(context: BrowserContext, page: Page, origin: string) {
    this.#context = context
    this.page = page
    this.#origin = origin
    this.fields = new Fields(page)
    page.setDefaultTimeout(ANSWER_WITHIN)
    page.on('pageerror', (error) => this.#complaints.push(error.message))
    page.on('console', (message) => {
      // What the browser says of the page's own status is no complaint: the status is looked at for itself.
      const own = message.text().startsWith('Failed to load resource') && message.location().url === page.url()
      if (message.type() === 'error' && !own) this.#complaints.push(message.text())
    })
    page.on('response', (response) => {
      if (response.request().isNavigationRequest() && response.frame() === page.mainFrame())
        this.#status = response.status()
    })
  }

  static async at(origin: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await (
      await getBrowser()
    ).newContext({
      baseURL: origin,
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      ...options,
    })
    return new Visitor(context, await context.newPage(), origin)
  }

  get address(): string {
    return this.page.url().slice(this.#origin.length)
  }

  get context(): BrowserContext {
    return this.#context
  }

  async goTo(path: string, status = 200): Promise<void> {
    await this.page.goto(path)
    await this.arrived(status)
  }

  /** Clicks a link by its words, and looks at the page that it leads to. */
  async follow(words: string | RegExp, within?: Locator): Promise<void> {
    await this.go(() => this.#named(within ?? this.page.locator('body'), 'link', words).click())
  }

  /** Clicks a button, or a link that looks like one, by its words, and looks at the page that comes of it. */
  async press(words: string | RegExp, status = 200): Promise<void> {
    await this.go(() => this.#named(this.page.locator('body'), 'button', words).click(), status)
  }

  #named(within: Locator, role: 'link' | 'button', name: string | RegExp): Locator {
    return within.getByRole(role, { name, exact: typeof name === 'string' }).first()
  }

  /** Does what leads to another page, and looks at that. */
  async go(act: () => Promise<unknown>, status = 200): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), act()])
    await this.arrived(status)
  }

  async arrived(status = 200): Promise<void> {
    await this.landed(status)
    await checkAccessibility(this.page)
  }

  /** As `arrived`, without the second or two that looking for barriers takes. */
  async landed(status = 200): Promise<void> {
    expect(this.#status, `status of ${this.address}: ${await this.page.title()}`).toBe(status)
    await checkPage(this.page)
    this.expectNoComplaints()
  }

  /** No error in the console, and nothing that the content policy refused. */
  expectNoComplaints(): void {
    expect(this.#complaints, `console at ${this.address}`).toEqual([])
  }

  async heading(): Promise<string> {
    return this.page.locator('h1').innerText()
  }

  async says(): Promise<string> {
    return this.page.locator('main').innerText()
  }

  /** The rows of the page's table, or of the one with this caption, by their columns' headers. */
  async table(caption?: string): Promise<TableRow[]> {
    return readTable(this.page, caption)
  }

  /** Chooses somebody on the demonstration's sign-in page. */
  async signIn(persona: Persona): Promise<void> {
    await this.goTo('/sign-in')
    await this.press(new RegExp(`^Be ${PERSONAS[persona]}`))
    expect(await this.whoIAm()).toContain(PERSONAS[persona])
  }

  /** Who the bar says that one is, and in which post. */
  async whoIAm(): Promise<string> {
    return (await this.page.locator('.fp-who__full').textContent()) ?? ''
  }

  /** Opens the menu of who one is, and chooses there. */
  async choose(words: string): Promise<void> {
    await this.page.locator('.fp-who').click()
    const item = this.page.locator('#you').getByText(words, { exact: true })
    await this.go(() => item.click())
  }

  async close(): Promise<void> {
    await this.#context.close()
  }
}
