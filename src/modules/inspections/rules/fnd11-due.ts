import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Finding as Refusal } from '#kernel/organisation/rules/rule.ts'

/**
 * FND11 A date of the report is not moved, and one that the force set itself neither: it is set once, where there is none, and
 * not on a day that is over.
 *
 * No date, 1 March 2027: set. A due of September 2017: refused, whatever the new one.
 */
export function dueProblem(stands: CivilDate | null, wanted: CivilDate, today: CivilDate): Refusal | null {
  if (stands !== null)
    return {
      rule: 'FND11',
      message: 'This finding has its date already, and a date is not moved. Say in the answer why it cannot be kept.',
    }
  if (wanted >= today) return null
  return { rule: 'FND11', message: 'This day is over. Set a day to come.' }
}
