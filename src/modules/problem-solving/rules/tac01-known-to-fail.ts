import type { Finding } from '#kernel/organisation/rules/rule.ts'
import { rankWords } from '#kernel/duties/ranks.ts'
import type { Tactic } from '#kernel/tactics/tactic.ts'
import { isKnownToFail, tacticWords } from '#kernel/tactics/tactics.ts'
import { hasRankFor, RANK_FOR } from './pop06-who.ts'

/**
 * TAC01 A tactic that research found harmful or without effect is chosen by an inspector only, with the reason; as in POP06 a
 * commander stands for an inspector. Others choose another, or ask. [default]
 *
 * Prison visits, by a sergeant: refused. By a commander: let through. CCTV, by anybody: let through. None: let through.
 */
export function mayChoose(tactic: Tactic | null, roles: readonly string[]): Finding | null {
  if (tactic === null || !isKnownToFail(tactic) || hasRankFor('approve', roles)) return null
  return {
    rule: 'TAC01',
    message: `Known to fail: ${tacticWords(tactic)}. Only this rank or above chooses it, with the reason: ${rankWords(RANK_FOR.approve)}. Choose another, or ask one of them to add it.`,
  }
}

/**
 * TAC01 as well: such a choice has a reason, and no other choice has one. Gives what is wrong, by field, or null.
 *
 * Prison visits without a reason: refused. CCTV with one: refused.
 */
export function failingProblem(tactic: Tactic | null, reason: string | null): Readonly<Record<string, string>> | null {
  const fails = tactic !== null && isKnownToFail(tactic)
  if (fails && reason === null)
    return { failingReason: `Say why it is used all the same: ${tacticWords(tactic)}. (TAC01)` }
  if (!fails && reason !== null)
    return { failingReason: 'Leave this empty: the tactic is not known to fail, or none is chosen. (TAC01)' }
  return null
}
