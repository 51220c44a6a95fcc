import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ERROR_COLUMNS, type CsvTable } from './csv-table.ts'
import type { Rejection } from './rejection.ts'

/**
 * Writes the refused lines with where and why beside them, so that they can be mended in this file and sent again. Gives
 * its path, or null when nothing was refused. Cells that look like formulas are led by an apostrophe: the file is opened in
 * a spreadsheet.
 */
export async function writeErrorFile(
  folder: string,
  file: string,
  source: string,
  table: CsvTable,
  rejected: readonly Rejection[],
): Promise<string | null> {
  if (rejected.length === 0) return null
  const path = join(folder, `${basename(file).replace(/\.csv$/i, '')}.rejected.csv`)
  const header = table.header.filter((name) => !ERROR_COLUMNS.some((own) => own === name))
  const cells = new Map(table.rows.map((row) => [row.line, row.cells]))
  const lines = source.split(/\r?\n/)
  const body = rejected.map(({ line, column, reason }) => {
    const row = cells.get(line)
    // A line that could not be read into cells is given back as it came, in the first column.
    const values =
      row === undefined
        ? [lines[line - 1] ?? '', ...header.slice(1).map(() => '')]
        : header.map((name) => row[name] ?? '')
    return [...values, String(line), column ?? '', reason]
  })
  const text = [[...header, ...ERROR_COLUMNS], ...body].map((row) => row.map(cell).join(',')).join('\r\n')
  await writeFile(path, `${text}\r\n`, { mode: 0o600 })
  return path
}

function cell(value: string): string {
  const guarded = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
