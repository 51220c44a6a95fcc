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
  /** Of each that was met late: how many working days after its time. */
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
    lateness: allOf(tallies.map(({ lateness }) => lateness)),
  }
}

/** All of them in one list. A force has a hundred thousand in a year: no more is copied than must be. */
export function allOf(lists: readonly (readonly number[])[]): readonly number[] {
  const filled = lists.filter((list) => list.length > 0)
  const [only] = filled
  if (only !== undefined && filled.length === 1) return only
  const all: number[] = []
  for (const list of filled) for (const one of list) all.push(one)
  return all
}

/** The middle of the working days by which those met late were late; null where none was. Few days, each of many: counted, not sorted. */
export function medianLateness({ lateness }: Pick<Tally, 'lateness'>): number | null {
  const times: number[] = []
  for (const days of lateness) times[days] = (times[days] ?? 0) + 1
  const at = (place: number): number => {
    let passed = 0
    return times.findIndex((of: number | undefined) => (passed += of ?? 0) > place)
  }
  const last = lateness.length - 1
  return last < 0 ? null : (at(last >> 1) + at((last + 1) >> 1)) / 2
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
