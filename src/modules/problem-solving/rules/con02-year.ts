import { getCivilDate, monthOf, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { addMonths } from '#calculations/calendar/civil-month.ts'

/**
 * CON02 What consistency is judged by: from the first day of the month twelve months ago up to now. [default]
 *
 * On 23 November 2026: from 1 November 2025.
 */
export function consistencySince(today: CivilDate): CivilDate {
  return getCivilDate(`${addMonths(monthOf(today), -12)}-01`)
}
