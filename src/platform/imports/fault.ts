/** What is wrong, and in which column of the table, counted from 1 as a spreadsheet does. */
export interface Fault {
  readonly column: number
  readonly reason: string
}

/** A row that was not taken: where it is, and why, in words for the person who sent the file. */
export interface Rejection extends Fault {
  readonly file: string
  /** Counted from 1, the header's line included. */
  readonly line: number
  /** The column's own heading; empty where the header itself is at fault. */
  readonly columnName: string
}

/**
 * The file as a whole cannot be read any further: not this kind of file, or damaged from this line on. Nothing of it is
 * loaded, whatever was asked for its good rows.
 */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
  constructor(
    readonly line: number,
    readonly fault: Fault,
  ) {
    super(fault.reason)
  }
}
