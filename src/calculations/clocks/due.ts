import type { Holidays } from '#calculations/calendar/holidays.ts'
import type { Stop } from './pauses.ts'

/** When something falls due, and why then. */
export interface Due {
  /** Null: there is no due time (no limit is set, it is paused without an end, or the event has no date yet). */
  readonly at: Date | null
  /** In the order in which one would tell it. */
  readonly steps: readonly Step[]
}

/** One sentence of "why is this due then?", without a full stop. */
export interface Step {
  readonly kind: 'start' | 'left-out' | 'paused' | 'clocks-change' | 'due' | 'superseded'
  readonly words: string
}

/** What every kind is reckoned with. */
export interface Setting {
  readonly holidays: Holidays
  /** In order, apart from one another, none of them over when the clock starts. */
  readonly stops: readonly Stop[]
  /** How the first sentence begins: `Reported`. */
  readonly began: string
}

/** What one kind answers: the due moment in milliseconds, and its reasons, which are put into words only when asked for. */
export interface Reckoning {
  readonly at: number | null
  readonly steps: () => readonly Step[]
}
