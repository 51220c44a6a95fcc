import type { Locator, Page } from 'playwright-core'

/** The fields of a page's forms, by the labels that a person reads. */
export class Fields {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  #main(): Locator {
    return this.#page.locator('main')
  }

  named(label: string | RegExp): Locator {
    return this.#main().getByLabel(label, { exact: typeof label === 'string' })
  }

  async type(label: string | RegExp, text: string): Promise<void> {
    // The list of suggestions below a field bears its label as well.
    await this.named(label).and(this.#page.locator('input, textarea')).fill(text)
  }

  async pick(label: string | RegExp, option: string): Promise<void> {
    await this.named(label).selectOption({ label: option })
  }

  async tick(label: string | RegExp): Promise<void> {
    await this.named(label).check()
  }

  /** Types a date into the three boxes of its group. */
  async date(legend: string | RegExp, civil: string): Promise<void> {
    const [year = '', month = '', day = ''] = civil.split('-')
    const group = this.#main().getByRole('group', { name: legend })
    await group.getByLabel('Day').fill(String(Number(day)))
    await group.getByLabel('Month').fill(String(Number(month)))
    await group.getByLabel('Year').fill(year)
  }

  async value(label: string | RegExp): Promise<string> {
    return this.named(label).inputValue()
  }
}
