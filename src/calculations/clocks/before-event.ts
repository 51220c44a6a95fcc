import { addMonthsToDay } from '#calculations/calendar/day-number.ts'
import { londonDay, londonLastSecond } from '#calculations/calendar/london-time.ts'
import { workingDayIndex } from '#calculations/calendar/working-day-index.ts'
import type { ClockOf, Span } from './clock.ts'
import { hoursInMs } from './counted-hours.ts'
import type { Reckoning, Setting } from './due.ts'
import { isStoppedForGood, pauseSteps } from './pauses.ts'
import { clocksChangeSteps, dueDaySteps, formatCount, startStep } from './words.ts'

/**
 * So long before an event, whose moment is the `from` of this clock. In days and months: at 23:59:59 of the day, the day
 * of the event being day 0; nought days are the moment of the event. Months: the same date, or the last day. In hours: as
 * they pass. The event does not wait for a pause: the due time stays, and there is none only while a pause lasts.
 */
export function beforeEventDue(clock: ClockOf<'before-event'>, event: number, setting: Setting): Reckoning {
  const { by } = clock
  const planned = lengthOf(by) === 0 ? event : momentBefore(by, event, setting)
  const at = isStoppedForGood(planned, setting.stops) ? null : planned
  return {
    at,
    steps: () => [
      startStep(event, setting),
      ...pauseSteps(at, setting.stops, 'the event does not wait, so the due time stays'),
      ...(by.kind === 'elapsed-hours' ? clocksChangeSteps(event, at) : []),
      ...dueDaySteps(at, `${formatSpan(by)} before`),
    ],
  }
}

function momentBefore(by: Span, event: number, { holidays }: Setting): number {
  const day = londonDay(event)
  switch (by.kind) {
    case 'elapsed-hours':
      return event - hoursInMs(by.hours)
    case 'working-days':
      return londonLastSecond(workingDayIndex(holidays).add(day, -by.days))
    case 'calendar-days':
      return londonLastSecond(day - by.days)
    case 'calendar-months':
      return londonLastSecond(addMonthsToDay(day, -by.months))
  }
}

function lengthOf(span: Span): number {
  if (span.kind === 'elapsed-hours') return span.hours
  return span.kind === 'calendar-months' ? span.months : span.days
}

function formatSpan(span: Span): string {
  const units = {
    'elapsed-hours': 'hour',
    'working-days': 'working day',
    'calendar-days': 'day',
    'calendar-months': 'month',
  } satisfies Record<Span['kind'], string>
  return formatCount(lengthOf(span), units[span.kind])
}
