/** A value of a cell; null is an empty one. */
export type Cell = string | number | null

/** Batches of rows, so that neither a batch nor its making is felt. */
export type RowBatches = AsyncIterable<readonly (readonly Cell[])[]>

/** A table to be written to a file. */
export interface ExportTable {
  /** Lines above the table: the marking first, then what it is and how it was counted. */
  readonly notes: readonly string[]
  readonly columns: readonly string[]
  readonly rows: RowBatches
}
