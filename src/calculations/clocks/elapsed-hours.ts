import type { ClockOf } from './clock.ts'
import { allDay, countHours, hoursInMs } from './counted-hours.ts'
import type { Reckoning, Setting } from './due.ts'
import { pauseSteps } from './pauses.ts'
import { clocksChangeSteps, dueDaySteps, formatCount, startStep } from './words.ts'

/** So many hours as they pass, by day and night, holidays and clock changes included. Hours in a pause do not count. */
export function elapsedHoursDue(clock: ClockOf<'elapsed-hours'>, from: number, setting: Setting): Reckoning {
  const length = hoursInMs(clock.hours)
  const at = setting.stops.length === 0 ? from + length : countHours(from, length, allDay, setting.stops)
  return {
    at,
    steps: () => [
      startStep(from, setting),
      ...pauseSteps(at, setting.stops, 'hours in it do not count'),
      ...clocksChangeSteps(from, at),
      ...dueDaySteps(at, `${formatCount(clock.hours, 'hour')} later`),
    ],
  }
}
