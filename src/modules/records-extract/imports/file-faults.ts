import { FileRefused, type Fault, type Rejection } from '#platform/imports/fault.ts'
import { Rejections } from '#platform/imports/rejections.ts'

interface WrongRow {
  readonly line: number
  /** Null until the file is read once more: found by the database, which keeps no cells. */
  fields: readonly string[] | null
  readonly fault: Fault
}

/** What is wrong with the rows of one file, from its own cells and from what the database found of them. */
export class FileFaults {
  readonly name: string
  header: readonly string[] = []
  readonly #rows: WrongRow[] = []
  readonly #unread = new Map<number, WrongRow>()
  #refused: FileRefused | null = null

  constructor(name: string) {
    this.name = name
  }

  get count(): number {
    return this.#rows.length + (this.#refused === null ? 0 : 1)
  }

  /** More are counted, and not listed. */
  get full(): boolean {
    return this.#rows.length >= MOST_WRONG - 1
  }

  get refused(): FileRefused | null {
    return this.#refused
  }

  /** @throws {FileRefused} when there are too many to be mistakes. */
  add(line: number, fields: readonly string[] | null, fault: Fault): void {
    const row = { line, fields, fault }
    this.#rows.push(row)
    if (fields === null) this.#unread.set(line, row)
    if (this.#rows.length >= MOST_WRONG)
      throw new FileRefused(line, { ...fault, reason: `More than ${MOST_WRONG} rows are wrong. ${fault.reason}` })
  }

  refuse(error: FileRefused): void {
    this.#refused = error
  }

  /** How many rows there are of which the cells are still to be read. */
  get unread(): number {
    return this.#unread.size
  }

  /** Takes the cells of a line, if they are wanted. */
  offer(line: number, fields: readonly string[]): void {
    const row = this.#unread.get(line)
    if (row === undefined) return
    row.fields = fields
    this.#unread.delete(line)
  }

  list(limit: number): Rejection[] {
    return this.#rejections().list(limit)
  }

  errorFile(): string {
    return this.#rejections().errorFile()
  }

  #rejections(): Rejections {
    const all = new Rejections(this.name)
    all.setHeader(this.header)
    for (const { line, fields, fault } of this.#rows.toSorted((one, other) => one.line - other.line))
      all.add(line, fields ?? [], fault)
    if (this.#refused !== null) all.refuse(this.#refused)
    return all
  }
}

const MOST_WRONG = 99_999
