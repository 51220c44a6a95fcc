import type { Cells } from '../cells.ts'
import type { Field, Fields } from '../fields.ts'
import type { Codes } from '../codes.ts'

/** What rows are checked against, and what they leave for the report. */
export interface RowContext {
  /** Today in London. Nothing can have happened later. */
  readonly today: string
  readonly now: Date
  /** Codes that are not known here, or not valid on their day, and what becomes of them. */
  readonly codes: Codes
  /** The words of names, each once: they are stored before the names are. */
  readonly words: Set<string>
}

/** A row as it goes into staging. */
export interface StagedRow {
  /** By what it is known again: its number in the records system, or its parts in one line. */
  readonly reference: string
  /** In the order of the kind's columns. */
  readonly values: readonly (string | number | boolean | null)[]
}

/** A kind of file of an extract. */
export interface Kind {
  /** "people" as it stands in a sentence, and what one row is. */
  readonly words: { readonly many: string; readonly one: string }
  readonly fields: Fields
  /** What is staged, with its type. */
  readonly columns: Readonly<Record<string, string>>
  row(cells: Cells, context: RowContext): StagedRow
}

/** A kind of which the cells can be asked for by the names of its fields, and no others. */
export function defineKind<F extends Fields>(kind: {
  readonly words: Kind['words']
  readonly fields: F
  readonly columns: Kind['columns']
  row(cells: Cells<keyof F & string>, context: RowContext): StagedRow
}): Kind & { readonly fields: Readonly<Record<keyof F, Field>> } {
  return kind
}

/** An array as PostgreSQL reads it from COPY; the words of names hold letters and figures only. */
export function arrayText(words: readonly string[]): string {
  return `{${words.map((word) => `"${word}"`).join(',')}}`
}
