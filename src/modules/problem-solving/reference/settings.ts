import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'

/** What decides which patterns are proposed: a dated set of defaults, each ours [default]. */
export interface PatternSettings {
  readonly from: CivilDate
  /** Days that are looked at. */
  readonly days: number
  /** At most so many patterns of one kind in one policing area, the clearest first. */
  readonly most: number
  /** The fewest events at a place, and to a person, that are worth somebody's time. */
  readonly least: number
  readonly leastOfPerson: number
  /** Share of false finds allowed among what is found. */
  readonly falseDiscovery: number
  /** Near repeats: how far apart, how many days, how long ago the last may be, and how many in a chain. */
  readonly near: { readonly metres: number; readonly days: number; readonly sinceDays: number; readonly least: number }
  /** After a rejection: not before so many days of new rows. */
  readonly quietDays: number
}

const SETTINGS: readonly PatternSettings[] = [
  {
    from: getCivilDate('2010-01-01'),
    days: 365,
    most: 3,
    least: 4,
    leastOfPerson: 3,
    falseDiscovery: 0.05,
    near: { metres: 200, days: 14, sinceDays: 56, least: 3 },
    quietDays: 28,
  },
]

/** Those in force on the day. Throws RangeError before the first. */
export function settingsOn(day: CivilDate): PatternSettings {
  const found = SETTINGS.findLast(({ from }) => from <= day)
  if (found === undefined) throw new RangeError(`No settings for patterns are in force on ${day}.`)
  return found
}
