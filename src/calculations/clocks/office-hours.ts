import { WEEKDAYS, weekdayOf } from '#calculations/calendar/day-number.ts'
import type { Holidays } from '#calculations/calendar/holidays.ts'
import { getTimeOfDay, londonDay, londonMillis } from '#calculations/calendar/london-time.ts'
import { workingDayIndex } from '#calculations/calendar/working-day-index.ts'
import type { ClockOf, Opening } from './clock.ts'
import { countHours, type HoursOf, hoursInMs } from './counted-hours.ts'
import type { Reckoning, Setting, Step } from './due.ts'
import { pauseSteps } from './pauses.ts'
import { clocksChangeSteps, dueDaySteps, formatCount, joinWords, startStep } from './words.ts'

/**
 * So many hours of those in which a unit is open; on a holiday it is closed. What comes while it is closed starts to count
 * when it opens. A limit used up when the unit closes is due at closing. Hours in a pause do not count.
 */
export function officeHoursDue(clock: ClockOf<'office-hours'>, from: number, setting: Setting): Reckoning {
  const hoursOf = openHours(clock.opening, setting.holidays)
  const at = countHours(from, hoursInMs(clock.hours), hoursOf, setting.stops)
  return {
    at,
    steps: () => [
      startStep(from, setting),
      ...(hoursOf(londonDay(from)).some(([opens, closes]) => opens <= from && from < closes) ? [] : [CLOSED]),
      ...closedSteps(from, at, setting.holidays),
      ...pauseSteps(at, setting.stops, 'opening hours in it do not count'),
      ...clocksChangeSteps(from, at),
      ...dueDaySteps(at, `${formatCount(clock.hours, 'opening hour')} later`),
    ],
  }
}

const CLOSED: Step = { kind: 'left-out', words: 'The unit was closed then: it counts from when it next opens' }

function openHours(opening: Opening, holidays: Holidays): HoursOf {
  const index = workingDayIndex(holidays)
  return (day) => {
    const weekday = WEEKDAYS[weekdayOf(day)]
    const hours = weekday === undefined ? undefined : opening[weekday]
    if (hours === undefined || index.holidayOn(day) !== undefined) return []
    return hours.map(({ opens, closes }) => [
      londonMillis(day, getTimeOfDay(opens)),
      londonMillis(day, getTimeOfDay(closes)),
    ])
  }
}

function closedSteps(from: number, at: number | null, holidays: Holidays): readonly Step[] {
  if (at === null) return []
  const names = workingDayIndex(holidays)
    .holidaysAfter(londonDay(from) - 1, londonDay(at - 1))
    .map(([, name]) => name)
  return [{ kind: 'left-out', words: ['Only hours in which the unit is open count', ...closedOn(names)].join('; ') }]
}

function closedOn(names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`it is closed on ${joinWords(names)}`]
}
