import type { Finding } from '../../../organisation/rules/rule.ts'
import type { ProposalStage, Verdict } from '../proposal.ts'

/** IDN04: a decision says something that does not stand already. */
export function somethingToDecide(stage: ProposalStage, verdict: Verdict): Finding | null {
  if (stage !== verdict) return null
  const message = verdict === 'same' ? 'These are one already.' : 'These were decided to be two already.'
  return { rule: 'IDN04', message }
}
