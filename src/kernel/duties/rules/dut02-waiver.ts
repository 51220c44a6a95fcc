import type { Finding } from '../../organisation/rules/rule.ts'
import { findRank, isAtLeast, rankWords } from '../ranks.ts'
import type { DutyRule } from '../rule.ts'

/** DUT-02: a duty is waived only by the rank that its rule names, or above; where it names none, by nobody. */
export function waiver(rule: Pick<DutyRule, 'waivedFrom'> | undefined, roles: readonly string[]): Finding | null {
  const needed = rule?.waivedFrom ?? null
  if (needed === null) return { rule: 'DUT-02', message: 'Nobody may waive this: it stays owed until it is met.' }
  if (isAtLeast(findRank(roles), needed)) return null
  return { rule: 'DUT-02', message: `Only this rank or above may waive it: ${rankWords(needed)}.` }
}
