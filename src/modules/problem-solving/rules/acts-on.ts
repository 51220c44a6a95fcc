import { isWorked, mayMove, type Stage } from './pop05-stages.ts'
import { hasRankFor } from './pop06-who.ts'

interface Facts {
  readonly stage: Stage
  readonly plan: {
    readonly closeProposedById: string | null
    readonly approvedBy: string | null
    readonly responses: readonly unknown[]
  }
  readonly checkOwed: boolean
}

interface ActOn {
  readonly text: string
  /** Below the plan's own address. */
  readonly path: string
}

/** What can be done with a plan at its stage by somebody of these roles; the commands decide again. */
export function actsOn({ stage, plan, checkOwed }: Facts, roles: readonly string[]): readonly ActOn[] {
  const worked = isWorked(stage)
  const proposed = plan.closeProposedById !== null && stage !== 'closed'
  const acts: readonly (ActOn & { readonly may: boolean })[] = [
    { text: 'Accept', path: 'accept', may: mayMove(stage, 'accept') && hasRankFor('accept', roles) },
    { text: 'Reject', path: 'reject', may: mayMove(stage, 'reject') && hasRankFor('accept', roles) },
    { text: 'Next stage', path: 'advance', may: worked && mayMove(stage, 'advance') },
    {
      text: 'Approve the response',
      path: 'approve',
      may:
        stage === 'response' && plan.approvedBy === null && plan.responses.length > 0 && hasRankFor('approve', roles),
    },
    { text: 'Update or review', path: 'review', may: worked },
    { text: 'Back to the analysis', path: 'back', may: mayMove(stage, 'back') },
    { text: 'Score its quality', path: 'score', may: stage !== 'proposed' && stage !== 'rejected' },
    { text: 'Put on hold', path: 'hold', may: mayMove(stage, 'hold') },
    { text: 'Let it go on', path: 'resume', may: stage === 'on-hold' },
    {
      text: 'Propose to close',
      path: 'propose-closing',
      may: mayMove(stage, 'close') && !proposed && hasRankFor('propose-closing', roles),
    },
    { text: 'Close', path: 'close', may: proposed && hasRankFor('close', roles) },
    { text: 'Do not close yet', path: 'keep-open', may: proposed && hasRankFor('close', roles) },
    { text: 'Check whether it held', path: 'check', may: checkOwed },
    { text: 'Open again', path: 'reopen', may: mayMove(stage, 'reopen') && hasRankFor('accept', roles) },
  ]
  return acts.filter(({ may }) => may).map(({ text, path }) => ({ text, path }))
}
