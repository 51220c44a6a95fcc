/** How duties that were owed in a time were kept: each is counted in one of the five. */
export interface Tally {
  /** Met by the due time; or, where none is set, done. */
  readonly inTime: number
  readonly late: number
  /** Not owed any more, by somebody’s leave. Not met. */
  readonly waived: number
  /** Open, though its time is over. */
  readonly overdue: number
  /** No time can be said: the clock stands still, its event has no date, or no clock is set and nothing is recorded. */
  readonly unknown: number
  /** Of those met late how many were so many working days after their time: none on the same day, one day, two days, and so on. */
  readonly lateness: readonly number[]
}

export const NO_TALLY: Tally = { inTime: 0, late: 0, waived: 0, overdue: 0, unknown: 0, lateness: [] }

/** VCO-02: what is owed is what fell due; the unknown are not among it, and stand beside it. */
export function owedOf({ inTime, late, waived, overdue }: Tally): number {
  return inTime + late + waived + overdue
}

export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = (of: 'inTime' | 'late' | 'waived' | 'overdue' | 'unknown') =>
    tallies.reduce((total, tally) => total + tally[of], 0)
  return {
    inTime: sum('inTime'),
    late: sum('late'),
    waived: sum('waived'),
    overdue: sum('overdue'),
    unknown: sum('unknown'),
    lateness: addUp(tallies.map(({ lateness }) => lateness)),
  }
}

/** Lateness of pairs of working days after the time, and how many were so late. */
export function timesByDays(pairs: readonly (readonly [days: number, times: number])[]): readonly number[] {
  const all: number[] = []
  for (const [days, times] of pairs) {
    while (all.length <= days) all.push(0)
    all[days] = (all[days] ?? 0) + times
  }
  return all
}

/** How many were each number of days late, of all of them together. */
export function addUp(lists: readonly (readonly number[])[]): readonly number[] {
  return timesByDays(lists.flatMap((list) => [...list.entries()]))
}

/** The middle of the working days by which those met late were late; null where none was. */
export function medianLateness({ lateness }: Pick<Tally, 'lateness'>): number | null {
  const late = lateness.reduce((sum, times) => sum + times, 0)
  const at = (place: number): number => {
    let passed = 0
    return lateness.findIndex((times) => (passed += times) > place)
  }
  return late === 0 ? null : (at((late - 1) >> 1) + at(late >> 1)) / 2
}

export type HowKept = 'nothing-owed' | 'unknown' | 'met' | 'not-met'

/**
 * VCO-03: a right is met where all that was owed was met in time and nothing is unknown; not met where something was not.
 * With anything unknown it never shows as met. Where nothing was owed it is neither, and no hundred per cent.
 */
export function howKept(tally: Tally): HowKept {
  const owed = owedOf(tally)
  if (tally.inTime < owed) return 'not-met'
  if (tally.unknown > 0) return 'unknown'
  return owed === 0 ? 'nothing-owed' : 'met'
}
