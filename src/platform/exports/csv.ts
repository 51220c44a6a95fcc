import { guardCell } from './guard-cell.ts'
import type { Cell, ExportTable } from './rows.ts'

/** Spreadsheets take a file for UTF-8 when it begins with this. */
const BYTE_ORDER_MARK = '\uFEFF'

/** The table as CSV text (RFC 4180, CRLF), a piece for each batch of rows. */
export async function* csvText({ notes, columns, rows }: ExportTable): AsyncIterable<string> {
  yield BYTE_ORDER_MARK + [...notes.map((note) => [note]), columns].map(csvLine).join('')
  for await (const batch of rows) if (batch.length > 0) yield batch.map(csvLine).join('')
}

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  const text = typeof cell === 'number' ? String(cell) : guardCell(cell)
  return /[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
