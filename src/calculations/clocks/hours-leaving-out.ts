import { dayNumber, formatDay, weekdayOf, yearOfDay } from '#calculations/calendar/day-number.ts'
import { easterDay } from '#calculations/calendar/easter.ts'
import type { Holidays } from '#calculations/calendar/holidays.ts'
import { londonDay } from '#calculations/calendar/london-time.ts'
import { workingDayIndex } from '#calculations/calendar/working-day-index.ts'
import type { ClockOf } from './clock.ts'
import { allDay, countHours, hoursInMs } from './counted-hours.ts'
import type { Reckoning, Setting, Step } from './due.ts'
import { pauseSteps } from './pauses.ts'
import { clocksChangeSteps, dueDaySteps, formatCount, joinWords, startStep } from './words.ts'

type LeavingOut = ClockOf<'hours-leaving-out'>['leavingOut']

/**
 * So many hours as they pass, but for those of whole days that do not count. The 48 hours of a domestic violence
 * protection notice leave out Sundays, Good Friday, Christmas Day and bank holidays; Saturdays count (Crime and Security
 * Act 2010, section 27). Christmas Day is 25 December even where the bank holiday is kept on another day, which is then
 * left out too. Hours in a pause do not count.
 */
export function hoursLeavingOutDue(clock: ClockOf<'hours-leaving-out'>, from: number, setting: Setting): Reckoning {
  const why = (day: number) => whyLeftOut(day, clock.leavingOut, setting.holidays)
  const hoursOf = (day: number) => (why(day) === undefined ? allDay(day) : [])
  const at = countHours(from, hoursInMs(clock.hours), hoursOf, setting.stops)
  return {
    at,
    steps: () => [
      startStep(from, setting),
      ...leftOutSteps(from, at, why),
      ...pauseSteps(at, setting.stops, 'hours in it do not count'),
      ...clocksChangeSteps(from, at),
      ...dueDaySteps(at, `${formatCount(clock.hours, 'hour')} later`),
    ],
  }
}

/** The name of the day, if it is one of those left out. */
function whyLeftOut(day: number, leavingOut: LeavingOut, holidays: Holidays): string | undefined {
  const leaves = (days: LeavingOut[number]) => leavingOut.includes(days)
  if (leaves('bank-holidays')) {
    const name = workingDayIndex(holidays).holidayOn(day)
    if (name !== undefined) return name
  }
  if (leaves('good-friday') && day === easterDay(yearOfDay(day)) - 2) return 'Good Friday'
  if (leaves('christmas-day') && day === dayNumber(yearOfDay(day), 12, 25)) return 'Christmas Day'
  if (leaves('sundays') && weekdayOf(day) === 0) return 'Sunday'
  if (leaves('saturdays') && weekdayOf(day) === 6) return 'Saturday'
  return undefined
}

function leftOutSteps(from: number, at: number | null, why: (day: number) => string | undefined): readonly Step[] {
  if (at === null) return []
  const days: string[] = []
  for (let day = londonDay(from); day <= londonDay(at - 1); day++) {
    const name = why(day)
    if (name === undefined) continue
    const date = formatDay(day)
    days.push(date.startsWith(name) ? date : `${name} (${date})`)
  }
  if (days.length === 0) return []
  return [{ kind: 'left-out', words: `${joinWords(days)} ${days.length === 1 ? 'does' : 'do'} not count` }]
}
