import type { Finding as Refusal } from '#kernel/organisation/rules/rule.ts'
import type { ColourFacts } from './fnd01-colour.ts'
import { RANKS, rankOf } from './fnd03-rank.ts'

type ClaimFacts = Pick<ColourFacts, 'measures' | 'evidence'>

export interface Claim {
  /** The measures held and the evidence was fresh. */
  readonly held: boolean
  /** Where they did not: by whose rank, and why. */
  readonly rank: string | null
  readonly reason: string | null
}

/** What is missing before anybody may say that it is met, in sentences; nothing where all bears it out. */
export function missingForClaim({ measures, evidence }: ClaimFacts): readonly string[] {
  const lacking = measures.filter(({ state }) => state !== 'holding')
  return [
    ...(measures.length === 0 ? ['No measure is linked.'] : lacking.map(({ name, words }) => `${name}: ${words}`)),
    ...(evidence === 'none' ? ['There is no evidence.'] : []),
    ...(evidence === 'ageing' ? ['The evidence is ageing.'] : []),
    ...(evidence === 'stale' ? ['The evidence is stale.'] : []),
  ]
}

/**
 * FND02 "It is met" needs what shows it: every linked measure holds and the evidence is fresh. Otherwise it takes rank
 * (FND03) and a reason, and the claim is kept as one against the measure for ever. A reason with nothing missing is not
 * needed and not kept.
 *
 * Measures that hold and fresh evidence: anybody who may claim, `held`. A measure that missed: an inspection lead is
 * refused, with the measure and the month; a chief officer with a reason may, not `held`.
 */
export function claimOf(facts: ClaimFacts, roles: readonly string[], reason: string | null): Claim | Refusal {
  const missing = missingForClaim(facts)
  if (missing.length === 0) return { held: true, rank: null, reason: null }
  const rank = rankOf(roles)
  if (rank !== null && reason !== null) return { held: false, rank, reason }
  const words = `It cannot be claimed as met yet. ${missing.join(' ')}`
  if (rank !== null)
    return {
      rule: 'FND02',
      message: `${words} You may claim it all the same: say why. It stays on the finding for ever.`,
    }
  const who = RANKS.map((each) => each.words.charAt(0).toLowerCase() + each.words.slice(1)).join(', or ')
  return { rule: 'FND02', message: `${words} Against what is shown only a ${who} may claim it, with a reason.` }
}
