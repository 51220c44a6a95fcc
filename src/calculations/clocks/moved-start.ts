import { londonLastSecond, londonMidnight } from '#calculations/calendar/london-time.ts'
import { isStopped, isStoppedForGood, type Stop } from './pauses.ts'

/**
 * The due day of a limit in days of the calendar: the first that is not before the target, where each day that begins in a
 * pause moves the day counted from on by one, and whose last second is not in a pause. Null while a pause lasts.
 */
export function dueDayFrom(nought: number, targetOf: (start: number) => number, stops: readonly Stop[]): number | null {
  const first = stops[0]
  const plain = targetOf(nought)
  if (first === undefined || first.from >= londonLastSecond(plain)) return plain
  let start = nought
  for (let day = nought; ; day++) {
    const end = londonLastSecond(day)
    if (day > nought && isStopped(londonMidnight(day), stops)) start++
    if (day >= targetOf(start) && !isStopped(end, stops)) return day
    if (isStoppedForGood(end, stops)) return null
  }
}
