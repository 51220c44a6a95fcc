import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { Invalid } from '#platform/errors/errors.ts'
import { parseInput } from '#platform/operations/parse.ts'
import type { Rejection } from './rejection.ts'

/** A line of a table, by column. */
interface CsvRow {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

export interface CsvTable {
  /** As the file has them, for the error file. */
  readonly header: readonly string[]
  readonly rows: readonly CsvRow[]
  readonly rejected: readonly Rejection[]
}

export interface Columns {
  readonly needed: readonly string[]
  readonly optional: readonly string[]
}

/** What an error file adds to each line; ignored when the mended file is sent again. */
export const ERROR_COLUMNS = ['rejected_line', 'rejected_column', 'rejected_reason'] as const

const FORMULA = /^[=+\-@\t\r]/

/**
 * Reads a CSV table: UTF-8 with or without its mark, LF or CRLF, a header of known columns in any order. Cells that a
 * spreadsheet would run as a formula are refused. A file that cannot be read as a whole gives no rows and one rejection.
 */
export function readCsv(bytes: Uint8Array, columns: Columns): CsvTable {
  const text = decode(bytes)
  if (text === null) return broken(firstBadLine(bytes), 'This line is not UTF-8. Save the file as CSV UTF-8')
  const records = recordsOf(text)
  if ('reason' in records) return broken(records.line, records.reason)
  const [head, ...lines] = records.lines
  const header = (head?.cells ?? []).map((name) => name.trim().toLowerCase())
  const wrong = wrongHeader(header, columns)
  if (wrong !== null) return broken(1, wrong)
  const rows: CsvRow[] = []
  const rejected: Rejection[] = []
  for (const { line, cells } of lines) {
    const refusal = refusalOf(line, cells, header)
    if (refusal !== null) rejected.push(refusal)
    else
      rows.push({ line, cells: Object.fromEntries(header.map((name, index) => [name, (cells[index] ?? '').trim()])) })
  }
  return { header, rows, rejected }
}

/** Reads each row by the schema; what it refuses is rejected with its column. */
export function readRows<S extends z.ZodType>(
  table: CsvTable,
  schema: S,
): { readonly rows: readonly (z.output<S> & { line: number })[]; readonly rejected: readonly Rejection[] } {
  const rows: (z.output<S> & { line: number })[] = []
  const rejected: Rejection[] = [...table.rejected]
  for (const { line, cells } of table.rows) {
    try {
      rows.push(Object.assign({ line }, parseInput(schema, cells)))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      // Forms ask for dates in three boxes; a table has them as text.
      for (const [column, reason] of Object.entries(error.fields))
        rejected.push({ line, column, reason: reason.replace('27 3 2026', '2026-03-27') })
    }
  }
  return { rows, rejected }
}

/** One of the codes, which a refusal names: a table has no list to choose from. */
export function oneOf<const Code extends string>(codes: readonly Code[]) {
  return z.enum(codes, { error: `Use one of: ${codes.join(', ')}` })
}

function broken(line: number, reason: string): CsvTable {
  return { header: [], rows: [], rejected: [{ line, column: null, reason }] }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function firstBadLine(bytes: Uint8Array): number {
  let line = 1
  let start = 0
  for (let index = 0; index <= bytes.length; index++) {
    if (index < bytes.length && bytes[index] !== 0x0a) continue
    if (decode(bytes.subarray(start, index)) === null) return line
    start = index + 1
    line++
  }
  return line
}

interface Lines {
  readonly lines: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

const parsed = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }))

function recordsOf(text: string): Lines | { readonly line: number; readonly reason: string } {
  try {
    const options = {
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      max_record_size: 1_000_000,
    } as const
    const records = parsed.parse(parse(text, options))
    return { lines: records.map(({ record, info }) => ({ line: info.lines, cells: record })) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 0
    return { line, reason: `The file cannot be read as CSV here: ${error.message}` }
  }
}

function wrongHeader(header: readonly string[], { needed, optional }: Columns): string | null {
  const missing = needed.filter((name) => !header.includes(name))
  const known: readonly string[] = [...needed, ...optional, ...ERROR_COLUMNS]
  const unknown = header.filter((name) => !known.includes(name))
  const twice = header.filter((name, index) => header.indexOf(name) !== index)
  if (missing.length > 0)
    return `The first line must name the columns: ${needed.join(', ')}. Missing: ${missing.join(', ')}`
  if (unknown.length > 0) return `Not a column of this file: ${unknown.join(', ')}`
  return twice.length > 0 ? `A column is there twice: ${twice.join(', ')}` : null
}

function refusalOf(line: number, cells: readonly string[], header: readonly string[]): Rejection | null {
  if (cells.length !== header.length)
    return { line, column: null, reason: `This line has ${cells.length} cells, and the header ${header.length}` }
  const formula = header.findIndex((name, index) => !name.startsWith('rejected_') && FORMULA.test(cells[index] ?? ''))
  if (formula < 0) return null
  return {
    line,
    column: header[formula] ?? null,
    reason:
      'This begins like a formula (=, +, -, @ or a tab), which a spreadsheet would run. Write it without that sign',
  }
}
