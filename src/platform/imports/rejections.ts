import { csvCell } from './cells.ts'
import { FileRefused, type Fault, type Rejection } from './fault.ts'

/** The columns that an error file has behind the file's own; a mended file may be sent with them or without. */
export const REJECTION_COLUMNS = ['Rejected line', 'Rejected column', 'Rejected because'] as const

/** With more wrong rows than this it is not a file with mistakes but another kind of file. */
const MOST_REJECTIONS = 100_000

/** Keeps the rejected rows of one file, for the report and for the error file. */
export class Rejections {
  readonly #file: string
  readonly #rows: { readonly line: number; readonly fields: readonly string[]; readonly fault: Fault }[] = []
  #header: readonly string[] = []

  constructor(file: string) {
    this.#file = file
  }

  get count(): number {
    return this.#rows.length
  }

  setHeader(names: readonly string[]): void {
    this.#header = names
  }

  /** @throws {FileRefused} when there are too many to be mistakes. */
  add(line: number, fields: readonly string[], fault: Fault): void {
    this.#rows.push({ line, fields, fault })
    if (this.#rows.length >= MOST_REJECTIONS)
      throw new FileRefused(line, { ...fault, reason: `More than ${MOST_REJECTIONS} rows are wrong. ${fault.reason}` })
  }

  /** The file could not be read from there on: one more rejection, with no row to mend. */
  refuse({ line, fault }: FileRefused): void {
    if (this.#rows.at(-1)?.line !== line) this.#rows.push({ line, fields: [], fault })
  }

  /** The first of them, in the file's order. */
  list(limit: number): Rejection[] {
    return this.#rows.slice(0, limit).map(({ line, fault }) => ({
      file: this.#file,
      line,
      column: fault.column,
      columnName: this.#header[fault.column - 1] ?? '',
      reason: fault.reason,
    }))
  }

  /**
   * A CSV file of the rejected rows and why each was rejected: mend the cells and send it again. Cells beyond the header's
   * columns are put into the last of them; cells like formulas are guarded (and refused again unless mended).
   */
  errorFile(): string {
    const lines = this.#rows.map(({ line, fields, fault }) => [
      ...this.#fitted(fields),
      String(line),
      `${fault.column} ${this.#header[fault.column - 1] ?? ''}`.trim(),
      fault.reason,
    ])
    return [[...this.#header, ...REJECTION_COLUMNS], ...lines].map((row) => `${row.map(csvCell).join(',')}\n`).join('')
  }

  #fitted(fields: readonly string[]): string[] {
    const columns = this.#header.length
    const kept = fields.slice(0, columns)
    const last = fields.slice(columns - 1).join(',')
    return [...kept.slice(0, columns - 1), ...Array.from({ length: columns - 1 - kept.length }, () => ''), last].slice(
      0,
      columns,
    )
  }
}
