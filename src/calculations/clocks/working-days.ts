import { formatDayOfMonth, weekdayOf } from '#calculations/calendar/day-number.ts'
import type { Holidays } from '#calculations/calendar/holidays.ts'
import { getTimeOfDay, londonDay, londonLastSecond, londonTimeOfDay } from '#calculations/calendar/london-time.ts'
import { workingDayIndex } from '#calculations/calendar/working-day-index.ts'
import type { ClockOf } from './clock.ts'
import type { Reckoning, Setting, Step } from './due.ts'
import { pauseSteps } from './pauses.ts'
import { stoppedDays } from './stopped-days.ts'
import { dayNoughtStep, dueDaySteps, formatCount, formatMoment, joinWords } from './words.ts'

/**
 * So many working days: the day on which it starts is day 0, at whatever hour and whether a working day or not, and it is
 * due at 23:59:59 of the last. Nought days: that day, or the next working day. With a `cutOff` whatever comes at that time
 * or later, or not on a working day, counts as come on the next working day.
 *
 * A working day that begins in a pause does not count, and the due day is one whose last second is not in a pause.
 */
export function workingDaysDue(clock: ClockOf<'working-days'>, from: number, setting: Setting): Reckoning {
  const index = workingDayIndex(setting.holidays)
  const started = londonDay(from)
  const tooLate =
    clock.cutOff !== undefined && (!index.isWorking(started) || londonTimeOfDay(from) >= getTimeOfDay(clock.cutOff))
  const nought = tooLate ? index.add(started, 1) : started
  const day = dueDay(nought, clock.days, setting)
  const at = day === null ? null : londonLastSecond(day)
  return {
    at,
    steps: () => [
      tooLate ? lateStep(from, nought, setting) : dayNoughtStep(from, setting),
      ...(day === null ? [] : leftOutSteps(nought, day, setting.holidays)),
      ...pauseSteps(at, setting.stops, 'working days that begin in it do not count'),
      ...dueDaySteps(at, clock.days === 0 ? 'The same working day, or the next' : laterWords(clock.days)),
    ],
  }
}

function dueDay(nought: number, days: number, { holidays, stops }: Setting): number | null {
  const index = workingDayIndex(holidays)
  const plain = index.add(nought, days === 0 && !index.isWorking(nought) ? 1 : days)
  const first = stops[0]
  if (first === undefined || first.from >= londonLastSecond(plain)) return plain
  const stopped = stoppedDays(stops)
  let left = days
  for (let day = nought; day <= stopped.lastToEnd; day++) {
    if (!index.isWorking(day)) continue
    if (day > nought && !stopped.begins(day)) left--
    if (left <= 0 && !stopped.ends(day)) return day
  }
  return null
}

function lateStep(from: number, nought: number, { began }: Setting): Step {
  const words = `${began} on ${formatMoment(from)}, after working hours: the next working day, ${formatDayOfMonth(nought)}, is day 0`
  return { kind: 'start', words }
}

const laterWords = (days: number) => `${formatCount(days, 'working day')} later`

/** The days after day 0, up to the due day, that did not count, holidays by name. */
function leftOutSteps(nought: number, due: number, holidays: Holidays): readonly Step[] {
  const weekend = hasWeekend(nought, due) ? ['Saturdays', 'Sundays'] : []
  const named = workingDayIndex(holidays).holidaysAfter(nought, due)
  const all = [...named.map(([day, name]) => `${name} (${formatDayOfMonth(day)})`), ...weekend]
  if (all.length === 0) return []
  return [{ kind: 'left-out', words: `${joinWords(all)} ${all.length === 1 ? 'does' : 'do'} not count` }]
}

/** Whether a Saturday or Sunday lies after the first day and before the last, which is a working day. */
function hasWeekend(nought: number, due: number): boolean {
  return due - nought >= 7 || weekdayOf(due) < weekdayOf(nought)
}
