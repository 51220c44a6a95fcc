export const STANDINGS = { 'on-time': 'on time', late: 'late', 'very-late': 'very late', none: 'nothing owed' } as const
export type PlanStanding = keyof typeof STANDINGS

export interface StandingFacts {
  readonly open: boolean
  /** Stage and reviews that are overdue now. */
  readonly overdue: number
  /** The day by which the objective was to be reached, as text, and today. */
  readonly targetOn: string | null
  readonly today: string
}

/**
 * POP14 How a plan stands to its times: on time; late with one of its stage and reviews overdue; very late with two, or with the
 * day of its objective over. What is closed, or only proposed, owes nothing. [default]
 *
 * Nothing overdue and the target today: on time. One overdue: late. Two: very late. Target yesterday: very late.
 */
export function standingOf({ open, overdue, targetOn, today }: StandingFacts): PlanStanding {
  if (!open) return 'none'
  if (overdue >= 2 || (targetOn !== null && targetOn < today)) return 'very-late'
  return overdue === 1 ? 'late' : 'on-time'
}
