/** Why a line of a file was not taken, and where. */
export interface Rejection {
  /** Counted from 1, the header included; 0 for the file as a whole. */
  readonly line: number
  /** Null where it is about the whole line. */
  readonly column: string | null
  readonly reason: string
}

/** What became, or would become, of one line. */
export interface LineOutcome {
  readonly line: number
  readonly what: 'made' | 'changed'
  /** Which one: its code or number. */
  readonly key: string
}

/** What a file of rows comes to: what is to be made and changed, what stands already, what is refused. */
export interface Plan<Made, Changed> {
  readonly make: readonly Made[]
  readonly change: readonly Changed[]
  readonly unchanged: number
  readonly outcomes: readonly LineOutcome[]
  readonly rejected: readonly Rejection[]
}

export interface TableReport {
  readonly table: string
  readonly file: string
  readonly rows: number
  readonly made: number
  readonly changed: number
  readonly unchanged: number
  readonly outcomes: readonly LineOutcome[]
  readonly rejected: readonly Rejection[]
}
