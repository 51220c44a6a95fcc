import type { Role } from '#kernel/access/roles.ts'

/** A posting, its days counted from the as-of date: -400 is 400 days before it. */
export interface PostingPlan {
  /** Code of the unit. */
  readonly unit: string
  readonly title: string
  readonly roles: readonly Role[]
  readonly forceWide?: boolean
  readonly starts: number
  readonly ends?: number
}

export interface AccountPlan {
  /** Who the demonstration's sign-in says they are: a readable slug. */
  readonly subject: string
  readonly name: string
  readonly principal: 'staff' | 'partner'
  readonly agency: string
  readonly clearance: 'OFFICIAL' | 'OFFICIAL-SENSITIVE'
  /** Days from the as-of date on which they left or will leave. */
  readonly left?: number
  readonly postings: readonly PostingPlan[]
}

/** A member of the force with one posting, begun long ago. */
export function officer(subject: string, name: string, ...postings: PostingPlan[]): AccountPlan {
  return { subject, name, principal: 'staff', agency: 'force', clearance: 'OFFICIAL-SENSITIVE', postings }
}
