import { findRank, isAtLeast, rankWords, type Rank } from '#kernel/duties/ranks.ts'
import type { Finding } from '#kernel/organisation/rules/rule.ts'

/** What takes rank, and from which [default]. Until there is a rank of inspector among the roles, a commander stands for it. */
export const RANK_FOR = {
  accept: 'supervisor',
  'decide-candidate': 'supervisor',
  'propose-closing': 'supervisor',
  'sergeant-review': 'supervisor',
  approve: 'commander',
  close: 'commander',
  'inspector-review': 'commander',
} as const satisfies Record<string, Rank>
export type RankedAct = keyof typeof RANK_FOR

interface Doer {
  readonly account: string | null
  readonly roles: readonly string[]
}

export function hasRankFor(act: RankedAct, roles: readonly string[]): boolean {
  return isAtLeast(findRank(roles), RANK_FOR[act])
}

/** POP06 Who decides: a supervisor takes a proposal on and proposes its end; a response is approved, and a plan closed, from commander up. */
export function ranked(act: RankedAct, { roles }: Doer): Finding | null {
  if (hasRankFor(act, roles)) return null
  return { rule: 'POP06', message: `Only this rank or above does this: ${rankWords(RANK_FOR[act])}. Ask one of them.` }
}

/**
 * POP06 as well: two people. Nobody approves the response of a plan that is their own, scores the quality of one, or closes
 * what they proposed to close.
 */
export function another(first: string | null, doer: Doer, what: string): Finding | null {
  if (first === null || first !== doer.account) return null
  return { rule: 'POP06', message: `${what} Somebody else must do this.` }
}
