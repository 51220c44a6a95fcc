import { parse } from 'csv-parse/sync'
import { columnAtEnd, findCharacterFault, hasUnwantedCharacter, isFormulaLike } from './cells.ts'
import { FileRefused, type Fault } from './fault.ts'
import { LONGEST_LINE_BYTES, readLines } from './lines.ts'
import { REJECTION_COLUMNS } from './rejections.ts'

export interface TableRow {
  readonly line: number
  /** As many as the header has, unless the fault says otherwise. */
  readonly fields: readonly string[]
  /** What the reader itself found wrong, or null. */
  readonly fault: Fault | null
}

export interface TableReader {
  /** Says what is wrong with the header, or null to go on. */
  header(this: void, names: readonly string[]): Fault | null
  rows(this: void, rows: readonly TableRow[]): Promise<void>
  /** Takes cells that a spreadsheet would run as what they are, text of another system; whoever writes them out guards them. */
  readonly takesFormulas?: boolean
}

/**
 * Reads a CSV file (RFC 4180, LF or CRLF, with or without a byte order mark) as it streams, a batch of rows at a time.
 * Checks what is common to all imports: UTF-8, line length, column count, a cut last line, control characters, cells that
 * a spreadsheet would run. The three columns that an error file has at the end are left out. Empty lines hold nothing.
 * @returns warnings in words.
 * @throws {FileRefused} where the file cannot be read any further.
 */
export async function readTable(input: AsyncIterable<Uint8Array>, reader: TableReader): Promise<string[]> {
  let shape: Shape | null = null
  let open: Line | null = null
  let ended = true
  for await (const lines of readLines(input)) {
    const rows: TableRow[] = []
    for (const [i, text] of lines.texts.entries()) {
      const line: Line = open === null ? { number: lines.first + i, text } : { ...open, text: `${open.text}\n${text}` }
      if (open !== null || text.includes('"')) {
        open = isOpen(line.text) ? line : null
        if (open !== null && open.text.length > LONGEST_LINE_BYTES) refuseOpen(open)
        if (open !== null) continue
      }
      if (line.text === '') continue
      const last = !lines.ended && i === lines.texts.length - 1
      if (shape === null) shape = readHeader(line, reader)
      else rows.push(readRow(line, shape, { last, notUtf8: lines.notUtf8.has(i) }))
    }
    ended = lines.ended
    if (rows.length > 0) await reader.rows(rows)
  }
  if (open !== null) refuseOpen(open)
  if (shape === null) throw new FileRefused(1, { column: 1, reason: 'The file is empty: it has not even a header.' })
  return ended ? [] : ['The file does not end with a line end: its last line may have been cut.']
}

/** A record: a line, or several where a quoted cell has line ends in it. */
interface Line {
  readonly number: number
  readonly text: string
}

interface Shape {
  readonly columns: number
  /** Columns of an error file behind them, which are left out. */
  readonly extra: number
  readonly takesFormulas: boolean
}

function readHeader({ number, text }: Line, reader: TableReader): Shape {
  const all = split(text) ?? []
  const extra = all.slice(-REJECTION_COLUMNS.length).join() === REJECTION_COLUMNS.join() ? REJECTION_COLUMNS.length : 0
  const columns = all.length - extra
  const fault = reader.header(all.slice(0, columns))
  if (fault !== null) throw new FileRefused(number, fault)
  return { columns, extra, takesFormulas: reader.takesFormulas === true }
}

function readRow({ number, text }: Line, shape: Shape, is: { last: boolean; notUtf8: boolean }): TableRow {
  const all = text.includes('"') ? split(text) : text.split(',')
  if (all === null) {
    const column = columnAtEnd(text.slice(0, text.indexOf('"')))
    return { line: number, fields: [text], fault: { column, reason: 'A quotation mark stands where none may be.' } }
  }
  const fields = shape.extra > 0 && all.length === shape.columns + shape.extra ? all.slice(0, shape.columns) : all
  if (!is.notUtf8) return { line: number, fields, fault: findRowFault(fields, text, shape, is.last) }
  const column = columnAtEnd(text.slice(0, text.indexOf('\ufffd')))
  return { line: number, fields, fault: { column, reason: 'The cell is not UTF-8. Save the file as CSV UTF-8.' } }
}

function findRowFault(
  fields: readonly string[],
  text: string,
  { columns, takesFormulas }: Shape,
  last: boolean,
): Fault | null {
  if (fields.length < columns) {
    const found = `${fields.length} of ${columns} columns`
    const reason = last ? `The file is cut off in the middle of this line: it has ${found}.` : `The line has ${found}.`
    return { column: fields.length, reason }
  }
  if (fields.length > columns)
    return {
      column: columns + 1,
      reason: `The line has ${fields.length} columns, not ${columns}: put cells with commas in quotation marks.`,
    }
  const unwanted = hasUnwantedCharacter(text)
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] ?? ''
    if (!takesFormulas && isFormulaLike(field))
      return { column: i + 1, reason: `${cut(field)} is a formula for a spreadsheet, not text.` }
    const fault = unwanted ? findCharacterFault(field) : null
    if (fault !== null) return { column: i + 1, reason: `The cell ${fault}.` }
  }
  return null
}

/** The cells of one record, or null where its quotation marks make no sense. */
function split(text: string): string[] | null {
  try {
    const records: string[][] = parse(text, { relax_column_count: true })
    return records.length <= 1 ? (records[0] ?? ['']) : null
  } catch {
    return null
  }
}

function isOpen(text: string): boolean {
  let marks = 0
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) marks += 1
  return marks % 2 === 1
}

function refuseOpen({ number, text }: Line): never {
  const [first = ''] = text.split('\n', 1)
  const column = columnAtEnd(first.slice(0, first.lastIndexOf('"')))
  throw new FileRefused(number, { column, reason: 'A quotation mark opens here and is never closed.' })
}

/** A cell as it may be shown in a message: short. */
export function cut(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`
}
