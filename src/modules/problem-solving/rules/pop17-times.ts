import { addDays, type CivilDate, getCivilDate, monthOf } from '#calculations/calendar/civil-date.ts'
import { addMonths, type CivilMonth, daysInMonth, monthsFrom } from '#calculations/calendar/civil-month.ts'

/** First and last days of the time before and the time after, all included. */
export interface Times {
  readonly beforeFrom: CivilDate
  readonly beforeTo: CivilDate
  readonly afterFrom: CivilDate
  readonly afterTo: CivilDate
}

/** The most that is proposed: a whole year has every season. */
const MOST_MONTHS = 12

/**
 * POP17 The times that are proposed: after, the whole months since the response was approved that are over in the data, twelve
 * at most; before, the same months of the year before, so that no season passes for an effect. Where none is over yet, the
 * twelve to come: they can be chosen before anybody knows. `lastDay`: the last day that the data can have. [default]
 *
 * Approved on 10 March 2026, data to 23 November: April to October 2026, beside April to October 2025.
 */
export function proposedTimes(approvedOn: CivilDate, lastDay: CivilDate): Times {
  const first = addMonths(monthOf(approvedOn), 1)
  const over = monthsFrom(first, monthOf(addDays(lastDay, 1)))
  const months = over < 1 ? MOST_MONTHS : Math.min(MOST_MONTHS, over)
  const last = addMonths(first, months - 1)
  return {
    beforeFrom: firstDayOf(addMonths(first, -12)),
    beforeTo: lastDayOf(addMonths(last, -12)),
    afterFrom: firstDayOf(first),
    afterTo: lastDayOf(last),
  }
}

export function firstDayOf(month: CivilMonth): CivilDate {
  return getCivilDate(`${month}-01`)
}

export function lastDayOf(month: CivilMonth): CivilDate {
  return getCivilDate(`${month}-${String(daysInMonth(month)).padStart(2, '0')}`)
}
