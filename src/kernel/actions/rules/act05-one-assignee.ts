import type { Finding } from '../../organisation/rules/rule.ts'

/** Who must do it: exactly one of a person, a team or a partner agency. */
export type Assignee =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'team'; readonly id: number }
  | { readonly kind: 'agency'; readonly id: number }

export const ASSIGNEE_KINDS = ['person', 'team', 'agency'] as const

/** ACT05: an action is one person's, one team's or one agency's to do. Two of them each leave it to the other. */
export function oneAssignee(given: {
  readonly person: unknown
  readonly team: unknown
  readonly agency: unknown
}): Finding | null {
  const named = Object.values(given).filter((one) => one !== null && one !== undefined).length
  if (named === 1) return null
  return { rule: 'ACT05', message: 'Say who must do it: one person, one team or one partner agency.' }
}
