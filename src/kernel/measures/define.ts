import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { Tx } from '#platform/db/transaction.ts'

/** What a figure is counted in. */
export type MeasureUnit = 'per cent' | 'per 1,000 people' | 'count' | 'days'

/** One figure of a measure: of a month, for the whole force, or an area, or a unit. */
export interface MeasureValue {
  readonly month: CivilMonth
  readonly area: number | null
  readonly unit: number | null
  readonly numerator: number
  /** Null for a count. */
  readonly denominator: number | null
  /** How many could not be said to count or not. */
  readonly unknown: number
}

/** What a measure says for some months, and how fresh the rows are that it was made from. */
export interface Computed {
  readonly values: readonly MeasureValue[]
  /** When the rows behind it were last loaded or changed; null where there are none. */
  readonly sourceAt: Date | null
}

/** Whose rows a figure opens. */
export interface MeasureScope {
  readonly month: CivilMonth
  readonly area: number | null
  readonly unit: number | null
}

/**
 * A measure: data, with a code and a version. Published values are computed for the whole force by the system reader; a
 * change to what it counts is a new version, and old values stay under the old one.
 */
export interface Measure {
  /** Public code, unique: `P1-ASB`. */
  readonly code: string
  readonly version: number
  readonly name: string
  /** What it says and does not say, in a sentence or two. */
  readonly definition: string
  /** In words: what counts above and below the line, and what is unknown. */
  readonly numerator: string
  readonly denominator: string | null
  readonly unknown: string
  readonly unit: MeasureUnit
  /** Which way is better; `neither` where more may be good or bad (recorded crime). */
  readonly direction: 'higher' | 'lower' | 'neither'
  /** Question of the inspection framework that it speaks to, without the framework: `E1`. */
  readonly question: string
  /** Diagnostic of that question, where it speaks to one: `E1.2`. */
  readonly diagnostic?: string
  /** Where the rows come from, in words, and the authority of the definition. */
  readonly source: string
  readonly authority: string
  /** By what it can be broken down besides the month. */
  readonly by: readonly ('area' | 'unit')[]
  /** How many months after its end a month's rows are to be expected, at the latest; 1 unless said. */
  readonly availableAfter?: number
  /** The last month that its rows cover, where that may lie far behind the calendar; null where there are none. */
  readonly lastMonth?: (this: void, tx: Tx) => Promise<CivilMonth | null>
  /**
   * The figures of the months from and to, both included. Runs as the system: whole force, no compartment. A month of which
   * nothing is known is left out, which is not the same as nought. Areas must be of one kind, and no unit within another:
   * the small numbers of a table can only be withheld where its rows do not hold one another.
   */
  compute(this: void, tx: Tx, from: CivilMonth, to: CivilMonth): Promise<Computed>
  /** The page with the rows of a figure, which shows what its reader may open; null where it opens nothing. */
  rowsAt(this: void, scope: MeasureScope): string | null
  /** Ids of the rows of a month, as `kind:id`, for a sample drawn by seed; left out where rows are not to be sampled. */
  readonly population?: (this: void, tx: Tx, month: CivilMonth) => Promise<readonly string[]>
}
