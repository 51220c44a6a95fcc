import { type CivilDate, londonDateAt } from '#calculations/calendar/civil-date.ts'

const FROZEN_AT_HOURS = 7

/** The last day for which a demonstration made now has data: it is frozen at 07:00, so before that it is yesterday. */
export function freshestDay(now: Date): CivilDate {
  return londonDateAt(new Date(now.getTime() - FROZEN_AT_HOURS * 3_600_000))
}
