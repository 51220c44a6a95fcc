import { londonDay, londonLastSecond } from '#calculations/calendar/london-time.ts'
import type { ClockOf } from './clock.ts'
import type { Reckoning, Setting } from './due.ts'
import { dueDayFrom } from './moved-start.ts'
import { pauseSteps } from './pauses.ts'
import { dayNoughtStep, dueDaySteps, formatCount } from './words.ts'

/**
 * So many days of the calendar, every day counted: the day on which it starts is day 0, and it is due at 23:59:59 of the
 * last. A day that begins in a pause does not count.
 */
export function calendarDaysDue(clock: ClockOf<'calendar-days'>, from: number, setting: Setting): Reckoning {
  const day = dueDayFrom(londonDay(from), (start) => start + clock.days, setting.stops)
  const at = day === null ? null : londonLastSecond(day)
  return {
    at,
    steps: () => [
      dayNoughtStep(from, setting),
      ...pauseSteps(at, setting.stops, 'days that begin in it do not count'),
      ...dueDaySteps(at, clock.days === 0 ? 'The same day' : `${formatCount(clock.days, 'day')} later`),
    ],
  }
}
