import type { Finding as Refusal } from '#kernel/organisation/rules/rule.ts'

/** From when to when, both instants; `to` is the first moment at which it is over. */
interface VisitTerm {
  readonly from: Date
  readonly to: Date
}

/** A visit that is longer is invited anew. This project's own default. */
export const LONGEST_DAYS = 14

const MS_A_DAY = 86_400_000

/**
 * VIS01 A visit has an end, to the minute: after its beginning, ahead of now, and at most fourteen days later.
 *
 * Monday 09:00 to Friday 17:00: fine. Monday 09:00 to Monday 09:00, or fifteen days: refused.
 */
export function termProblem({ from, to }: VisitTerm, now: Date): Refusal | null {
  if (to <= from) return { rule: 'VIS01', message: 'The visit must end after it begins.' }
  if (to <= now) return { rule: 'VIS01', message: 'That time is over. Give an end that is still to come.' }
  if (to.getTime() - from.getTime() <= LONGEST_DAYS * MS_A_DAY) return null
  return { rule: 'VIS01', message: `A visit is at most ${LONGEST_DAYS} days long. Invite them again when it is over.` }
}

/**
 * VIS02 A visit is only ever made shorter: to a moment ahead of now and before its end. To end it at once is an act of its own.
 *
 * Ends Friday 17:00, now Thursday: Friday 12:00 is fine, Friday 18:00 is refused.
 */
export function shorteningProblem(ends: Date, wanted: Date, now: Date): Refusal | null {
  if (ends <= now) return { rule: 'VIS02', message: 'This visit is over.' }
  if (wanted >= ends)
    return {
      rule: 'VIS02',
      message: 'A visit is only made shorter. Invite them again for longer, so that it is on record.',
    }
  if (wanted <= now) return { rule: 'VIS02', message: 'That time is over. To end the visit now, choose “End it now”.' }
  return null
}
