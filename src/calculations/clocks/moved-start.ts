import { londonLastSecond } from '#calculations/calendar/london-time.ts'
import type { Stop } from './pauses.ts'
import { stoppedDays } from './stopped-days.ts'

/**
 * The due day of a limit in days of the calendar: the first that is not before the target, where each day that begins in a
 * pause moves the day counted from on by one, and whose last second is not in a pause. Null while a pause lasts.
 */
export function dueDayFrom(nought: number, targetOf: (start: number) => number, stops: readonly Stop[]): number | null {
  const first = stops[0]
  let target = targetOf(nought)
  if (first === undefined || first.from >= londonLastSecond(target)) return target
  const stopped = stoppedDays(stops)
  let start = nought
  for (let day = nought; day <= stopped.lastToEnd; day++) {
    if (day > nought && stopped.begins(day)) target = targetOf(++start)
    if (day >= target && !stopped.ends(day)) return day
  }
  return null
}
