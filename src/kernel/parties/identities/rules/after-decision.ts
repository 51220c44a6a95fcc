import type { ProposalStage, Verdict } from '../proposal.ts'

export interface Standing {
  readonly stage: ProposalStage
  readonly stands: boolean
  readonly firstVerdict: Verdict | null
}

export interface Decided {
  readonly stage: ProposalStage
  readonly stands: boolean
  /** Whose word this was. */
  readonly as: 'first' | 'second'
}

/**
 * Where a decision leads. Of a flagged pair the first decision waits for a second, and until then all stays as it is; the second
 * confirms it, or refuses it, and then all stays as it was.
 */
export function afterDecision(now: Standing, verdict: Verdict, flagged: boolean): Decided {
  if (now.stage !== 'second-needed') {
    if (flagged) return { stage: 'second-needed', stands: now.stands, as: 'first' }
    return { stage: verdict, stands: verdict === 'same', as: 'first' }
  }
  const stands = verdict === now.firstVerdict ? verdict === 'same' : now.stands
  return { stage: stands ? 'same' : 'different', stands, as: 'second' }
}
