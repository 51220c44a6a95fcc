import { addMonthsToDay } from '#calculations/calendar/day-number.ts'
import { londonDay, londonLastSecond } from '#calculations/calendar/london-time.ts'
import type { ClockOf } from './clock.ts'
import type { Reckoning, Setting } from './due.ts'
import { dueDayFrom } from './moved-start.ts'
import { pauseSteps } from './pauses.ts'
import { dayNoughtStep, dueDaySteps, formatCount } from './words.ts'

/**
 * So many months: the same date of the later month, or its last day where it has no such date (31 January and one month:
 * 28 or 29 February), until 23:59:59. Each day that begins in a pause moves the day counted from on by one.
 */
export function calendarMonthsDue(clock: ClockOf<'calendar-months'>, from: number, setting: Setting): Reckoning {
  const day = dueDayFrom(londonDay(from), (start) => addMonthsToDay(start, clock.months), setting.stops)
  const at = day === null ? null : londonLastSecond(day)
  return {
    at,
    steps: () => [
      dayNoughtStep(from, setting),
      ...pauseSteps(at, setting.stops, 'each day that begins in it moves the day counted from on by one'),
      ...dueDaySteps(at, `${formatCount(clock.months, 'month')} later, the same date or the last of the month`),
    ],
  }
}
