/** A cell cannot be taken: in which field, and why, in words for whoever sent the file. */
export class CellFault extends Error {
  override readonly name = 'CellFault'
  constructor(
    readonly field: string,
    readonly reason: string,
  ) {
    super(reason)
  }
}
