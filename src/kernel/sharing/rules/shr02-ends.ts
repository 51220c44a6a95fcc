import { addDays, type CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Finding } from '../../organisation/rules/rule.ts'

/** How long something may stay shared without being shared anew. A default. */
export const LONGEST_DAYS = 366
/** How long it may stay shared in an emergency, without an agreement. A default. */
export const LONGEST_EMERGENCY_DAYS = 7

/** SHR02 Whatever is shared has an end: from today, within a year; in an emergency within seven days. */
export function ends(untilOn: string, today: CivilDate, emergency: boolean): Finding | null {
  const longest = emergency ? LONGEST_EMERGENCY_DAYS : LONGEST_DAYS
  if (untilOn >= today && untilOn <= addDays(today, longest)) return null
  return {
    rule: 'SHR02',
    message: emergency
      ? 'In an emergency a share ends within seven days. Choose a day from today on.'
      : 'A share ends within a year. Choose a day from today on.',
  }
}
