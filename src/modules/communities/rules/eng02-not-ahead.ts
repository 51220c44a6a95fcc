import { addDays, type CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Finding as Refusal } from '#kernel/organisation/rules/rule.ts'

/** How long after it happened an engagement may be logged. A default. */
const LATEST_DAYS = 31

/** ENG02 An engagement is logged on its day or within a month after, never ahead. */
export function engagementDay(on: CivilDate, today: CivilDate): Refusal | null {
  if (on > today) return { rule: 'ENG02', message: 'This day is still to come. Log it when it has happened.' }
  if (on < addDays(today, -LATEST_DAYS))
    return {
      rule: 'ENG02',
      message: `Log an engagement within ${LATEST_DAYS} days. Older ones stay where they were kept.`,
    }
  return null
}
