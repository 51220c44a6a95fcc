import type { Page } from 'playwright-core'

export type TableRow = Readonly<Record<string, string>>

/** Reads a table of the page, each row by the headers of its columns; no rows where no such table stands. */
export async function readTable(page: Page, caption?: string): Promise<TableRow[]> {
  return page.evaluate((wanted) => {
    const tables = [...document.querySelectorAll('main table')]
    const table = tables.find(
      (one) => wanted === undefined || one.querySelector('caption')?.textContent.trim() === wanted,
    )
    const headers = [...(table?.querySelectorAll('thead th') ?? [])].map((header) => header.textContent.trim())
    const text = (cell: Element): string =>
      (cell.querySelector('.fp-table__value') ?? cell).textContent.replaceAll(/\s+/g, ' ').trim()
    return [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      Object.fromEntries([...row.children].map((cell, index) => [headers[index] ?? '', text(cell)])),
    )
  }, caption)
}
