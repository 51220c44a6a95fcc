import { londonDay, londonMidnight } from '#calculations/calendar/london-time.ts'
import { isStoppedForGood, type Stop } from './pauses.ts'

/** Hours, which may be parts of one, in whole milliseconds. */
export function hoursInMs(hours: number): number {
  return Math.round(hours * 3_600_000)
}

/** The stretches of a day in which hours count, in order and apart: first moment and end, in milliseconds. */
export type HoursOf = (day: number) => readonly (readonly [from: number, to: number])[]

/** All of the day, 23 or 25 hours when the clocks change. */
export const allDay: HoursOf = (day) => [[londonMidnight(day), londonMidnight(day + 1)]]

/** As many days as are looked through before it is plain that the hours never count: far beyond any limit in use. */
const FAR = 366 * 200

/**
 * The first moment at which so much time has passed since the start, counting only the stretches given and leaving out
 * pauses: so a limit used up at the very end of a stretch is due then, and not when the next begins. Null while a pause
 * lasts. Throws RangeError where the stretches are so few that it lies centuries ahead.
 */
export function countHours(start: number, length: number, hoursOf: HoursOf, stops: readonly Stop[]): number | null {
  let left = length
  let at = start
  const first = londonDay(start)
  for (let day = first; day < first + FAR; day++) {
    for (const [opens, closes] of hoursOf(day)) {
      // In the skipped hour of spring two stretches may overlap: no moment counts twice.
      at = Math.max(opens, at)
      while (at < closes) {
        const stop = stops.find(({ to }) => to > at)
        if (stop !== undefined && stop.from <= at) {
          at = stop.to
          continue
        }
        const end = Math.min(closes, stop?.from ?? Infinity)
        if (end - at >= left) return at + left
        left -= end - at
        at = end
      }
    }
    if (isStoppedForGood(londonMidnight(day + 1), stops)) return null
  }
  throw new RangeError('So few hours count that this would never be due')
}
