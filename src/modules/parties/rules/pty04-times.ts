import { ROLES_IN_OCCURRENCES, type RoleInOccurrence } from '#kernel/parties/words.ts'
import { plural } from '#ui/words/numbers.ts'

export interface RoleCount {
  readonly role: RoleInOccurrence
  /** Different occurrences and records, ever. */
  readonly total: number
  /** In the twelve months to now. */
  readonly recent: number
}

/**
 * PTY04 How often is said as what it is, a count of what this reader may see, by role; no score is made of it.
 * "Victim 7 times in 12 months, 9 in all"; "Witness once, not in the last 12 months".
 */
export function timesWords({ role, total, recent }: RoleCount): string {
  const { words } = ROLES_IN_OCCURRENCES[role]
  if (recent === 0) return `${words} ${times(total)}, not in the last 12 months`
  if (recent === total) return `${words} ${times(recent)}, all in the last 12 months`.replace('once, all', 'once,')
  return `${words} ${times(recent)} in 12 months, ${plural(total, 'time')} in all`
}

function times(number: number): string {
  return number === 1 ? 'once' : plural(number, 'time')
}
