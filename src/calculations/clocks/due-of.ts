import { standardHolidays, type Holidays } from '#calculations/calendar/holidays.ts'
import { atOnceDue } from './at-once.ts'
import { beforeEventDue } from './before-event.ts'
import { calendarDaysDue } from './calendar-days.ts'
import { calendarMonthsDue } from './calendar-months.ts'
import type { Clock } from './clock.ts'
import type { Due, Reckoning, Setting } from './due.ts'
import { elapsedHoursDue } from './elapsed-hours.ts'
import { hoursLeavingOutDue } from './hours-leaving-out.ts'
import { officeHoursDue } from './office-hours.ts'
import { type Pause, stopsFrom } from './pauses.ts'
import { recurringDue } from './recurring.ts'
import { startStep } from './words.ts'
import { workingDaysDue } from './working-days.ts'

/** What goes with a clock beside its start. */
export interface Course {
  readonly pauses?: readonly Pause[]
  /** How the first sentence begins: `Reported`. Else after the kind: `Started`, `The event is`, `Last done`. */
  readonly began?: string
}

/**
 * When it is due, and why then.
 *
 * `from` is the moment that the clock counts from: what started it; the event, for `before-event`; when it was last done,
 * for `recurring`. Null where that is not known yet: then there is no due time. Throws RangeError for an invalid date.
 */
export function dueOf(
  clock: Clock,
  from: Date | null,
  holidays: Holidays = standardHolidays,
  course: Course = {},
): Due {
  if (from === null) return { at: null, steps: [{ kind: 'start', words: NOT_DATED[clock.kind] ?? 'Not started yet' }] }
  const { at, steps } = reckon(clock, from, holidays, course)
  return { at: at === null ? null : new Date(at), steps: steps() }
}

/** When it is due, as `dueOf` says it, in milliseconds and without the reasons: for recomputing many. */
export function dueAt(
  clock: Clock,
  from: Date | null,
  holidays: Holidays,
  pauses: readonly Pause[] = [],
): number | null {
  return from === null ? null : reckon(clock, from, holidays, { pauses }).at
}

const NOT_DATED: Partial<Record<Clock['kind'], string>> = {
  'before-event': 'The event has no date yet',
  recurring: 'Never done yet, and no first day is set',
}

const BEGAN: Partial<Record<Clock['kind'], string>> = { 'before-event': 'The event is', recurring: 'Last done' }

function reckon(clock: Clock, from: Date, holidays: Holidays, course: Course): Reckoning {
  const start = from.getTime()
  if (Number.isNaN(start)) throw new RangeError('The start of a clock is not a date')
  const began = course.began ?? BEGAN[clock.kind] ?? 'Started'
  // Before an event every pause matters, since they lie before the moment that this clock counts from.
  const stops = stopsFrom(course.pauses ?? [], clock.kind === 'before-event' ? -Infinity : start)
  return reckoningOf(clock, start, { holidays, stops, began })
}

function reckoningOf(clock: Clock, from: number, setting: Setting): Reckoning {
  switch (clock.kind) {
    case 'working-days':
      return workingDaysDue(clock, from, setting)
    case 'calendar-days':
      return calendarDaysDue(clock, from, setting)
    case 'calendar-months':
      return calendarMonthsDue(clock, from, setting)
    case 'elapsed-hours':
      return elapsedHoursDue(clock, from, setting)
    case 'office-hours':
      return officeHoursDue(clock, from, setting)
    case 'hours-leaving-out':
      return hoursLeavingOutDue(clock, from, setting)
    case 'before-event':
      return beforeEventDue(clock, from, setting)
    case 'recurring':
      return recurringDue(clock, from, setting)
    case 'at-once':
      return atOnceDue(clock, from, setting)
    case 'none':
      return { at: null, steps: () => [startStep(from, setting), { kind: 'due', words: 'No time limit is set' }] }
  }
}
