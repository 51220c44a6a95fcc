import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { Interval } from '#calculations/rates/count-interval.ts'
import type { Measure } from './define.ts'
import type { Freshness } from './rules/mea04-fresh.ts'
import type { Withheld } from './rules/mea03-small-numbers.ts'

/** A figure as it may be shown: what would tell of somebody is not in it. */
export interface Figure {
  readonly month: CivilMonth
  /** Null where it is withheld. */
  readonly numerator: number | null
  /** Null where it is withheld, and for a count. */
  readonly denominator: number | null
  /** Of the whole force only: null elsewhere. */
  readonly unknown: number | null
  /** Null where it is withheld or there is nothing to set it against. */
  readonly value: number | null
  readonly interval: Interval | null
  /** What stands where the numerator, the denominator would; null where nothing is withheld. */
  readonly withheld: { readonly numerator: Withheld | null; readonly denominator: Withheld | null } | null
}

/** The figures of one measure in one scope, in order of time, and how fresh they are. */
export interface Series {
  readonly measure: Measure
  readonly figures: readonly Figure[]
  readonly freshness: Freshness
}
