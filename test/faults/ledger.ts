/** An agency that a writer has added, as far as the server has acknowledged it. */
export interface LedgerAgency {
  readonly name: string
  readonly id: number
  /** The version that the last acknowledged change left. */
  version: number
  /** A change to the next version has been sent and its answer has not come yet. */
  changing: boolean
}

/** A draft that one writer keeps: texts that count up. */
export interface LedgerDraft {
  readonly account: string
  readonly key: string
  acknowledged: number
  sent: number
}

/** What clients were told, kept outside everything that is killed: what the database must agree with afterwards. */
export interface Ledger {
  readonly agencies: LedgerAgency[]
  readonly drafts: LedgerDraft[]
  /** Names of agencies whose adding was begun, acknowledged or not. */
  readonly begun: Set<string>
  /** Commands acknowledged, drafts too. */
  acknowledged: number
  /** Requests sent again after a lost connection or an answer of 503. */
  retries: number
  /** Answers that a client should never have had, in words. */
  readonly surprises: string[]
}

export function newLedger(): Ledger {
  return { agencies: [], drafts: [], begun: new Set(), acknowledged: 0, retries: 0, surprises: [] }
}
