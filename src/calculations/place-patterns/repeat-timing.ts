import { refused } from '#calculations/refusals/refused.ts'
import { type Precision, type TooCoarse } from './precision.ts'
import { type Days, type Hit, lengthOf } from './repeat-counts.ts'

export type RepeatWithin = {
  readonly days: number
  /** Events after which so many days were still looked at; and those of them whose target was hit again in them. */
  readonly followed: number
  readonly again: number
  /** The share hit again; undefined where none could be followed so long. */
  readonly share: number | undefined
  /** The share there would be if every target were always at the same risk. */
  readonly byChance: number
}

export type RepeatTiming = {
  readonly kind: 'timed'
  readonly within: readonly RepeatWithin[]
  /** The middle number of days from an event to the target's next; undefined without repeats. */
  readonly medianDays: number | undefined
}

/** Days that are asked about unless others are [default]. */
const WITHIN = [7, 30, 90]

/**
 * How soon after an event its target was hit again, of those events that could be followed for so long: an event of
 * last week says nothing of what comes within a month. Two events of one day count as a repeat after no days.
 *
 * `population`: how many could be hit. Events dated by month are refused. Source of the measure: N. Polvi and others,
 * British Journal of Criminology 31 (1991) 411-414; following each alike long is this project's.
 */
export function repeatTiming(
  hits: Iterable<Hit>,
  time: Days,
  population: number,
  precision: Pick<Precision, 'time'>,
  within: readonly number[] = WITHIN,
): RepeatTiming | TooCoarse {
  if (precision.time === 'month') {
    return refused(
      'month-precise',
      'These events are dated by their month only. How soon a repeat comes needs the day.',
    )
  }
  const daysOf = new Map<string, number[]>()
  let events = 0
  for (const { target, day } of hits) {
    if (day < time.first || day > time.last) continue
    events++
    const known = daysOf.get(target)
    if (known) known.push(day)
    else daysOf.set(target, [day])
  }
  const rate = events / population / lengthOf(time)
  const waits: number[] = []
  const counts = within.map((days) => ({ days, followed: 0, again: 0 }))
  for (const days of daysOf.values()) {
    days.sort((a, b) => a - b)
    days.forEach((day, i) => {
      const wait = (days[i + 1] ?? Infinity) - day
      if (wait < Infinity) waits.push(wait)
      for (const row of counts) {
        if (day + row.days > time.last) continue
        row.followed++
        if (wait <= row.days) row.again++
      }
    })
  }
  waits.sort((a, b) => a - b)
  return {
    kind: 'timed',
    medianDays: waits[Math.floor((waits.length - 1) / 2)],
    within: counts.map((row) => ({
      ...row,
      share: row.followed === 0 ? undefined : row.again / row.followed,
      // The rest of the day itself and the days after it.
      byChance: 1 - Math.exp(-rate * (row.days + 0.5)),
    })),
  }
}
