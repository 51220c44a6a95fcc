import { poissonShareUpTo } from '#calculations/probability/poisson.ts'

export type RepeatShares = {
  readonly targets: number
  readonly events: number
  /** Targets hit twice or more, and how many there would be by chance if all were at the same risk. */
  readonly repeatTargets: number
  readonly repeatTargetsByChance: number
  /** Events that hit those. */
  readonly eventsOnRepeats: number
  /** Events that were not a target's first in the time. */
  readonly repeatEvents: number
  /** Targets and events by how often: once, twice, three times, four times, five times or more. */
  readonly byTimes: readonly { readonly times: number; readonly targets: number; readonly events: number }[]
}

const FIVE_OR_MORE = 5

/** How events are shared out over those hit, of so many who could have been. Throws RangeError if fewer could have been. */
export function repeatShares(counts: ReadonlyMap<string, number>, population: number): RepeatShares {
  if (!(population >= counts.size)) throw new RangeError(`${counts.size} were hit, of no more than ${population}`)
  const byTimes = Array.from({ length: FIVE_OR_MORE }, (_, i) => ({ times: i + 1, targets: 0, events: 0 }))
  let events = 0
  for (const count of counts.values()) {
    const row = byTimes[Math.min(count, FIVE_OR_MORE) - 1]
    if (!row) continue
    row.targets++
    row.events += count
    events += count
  }
  const [once] = byTimes
  return {
    targets: counts.size,
    events,
    repeatTargets: counts.size - (once?.targets ?? 0),
    repeatTargetsByChance: population === 0 ? 0 : population * (1 - poissonShareUpTo(1, events / population)),
    eventsOnRepeats: events - (once?.events ?? 0),
    repeatEvents: events - counts.size,
    byTimes,
  }
}
