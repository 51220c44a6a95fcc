import { calendarDaysDue } from './calendar-days.ts'
import { calendarMonthsDue } from './calendar-months.ts'
import type { ClockOf } from './clock.ts'
import type { Reckoning, Setting } from './due.ts'
import { elapsedHoursDue } from './elapsed-hours.ts'
import { workingDaysDue } from './working-days.ts'

/**
 * Again so long after it was last done, which is the `from` of this clock; where it was never done, after it was first
 * owed. It is counted, and pauses count, as in the kind of its length. Done early, the next is reckoned from then.
 */
export function recurringDue({ every }: ClockOf<'recurring'>, lastDone: number, setting: Setting): Reckoning {
  switch (every.kind) {
    case 'elapsed-hours':
      return elapsedHoursDue(every, lastDone, setting)
    case 'working-days':
      return workingDaysDue(every, lastDone, setting)
    case 'calendar-days':
      return calendarDaysDue(every, lastDone, setting)
    case 'calendar-months':
      return calendarMonthsDue(every, lastDone, setting)
  }
}
