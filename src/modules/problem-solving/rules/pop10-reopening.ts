import { getCivilDate, monthOf, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { addMonths, daysInMonth } from '#calculations/calendar/civil-month.ts'
import type { Finding } from '#kernel/organisation/rules/rule.ts'

const MONTHS = 6

/**
 * POP10 A closed plan is opened again within six months of its end: the same problem at the same place. Later it is a new
 * problem with a plan of its own. [default]
 *
 * Closed on 31 August: on 28 February still, on 1 March not.
 */
export function reopening(closedOn: CivilDate, today: CivilDate): Finding | null {
  if (today <= lastDay(closedOn)) return null
  return {
    rule: 'POP10',
    message: `It was closed more than ${MONTHS} months ago. Start a new plan: this one is shown there as one like it.`,
  }
}

/** The same day six months on, or the last day of that month. */
function lastDay(closedOn: CivilDate): CivilDate {
  const month = addMonths(monthOf(closedOn), MONTHS)
  const day = Math.min(Number(closedOn.slice(8)), daysInMonth(month))
  return getCivilDate(`${month}-${String(day).padStart(2, '0')}`)
}
