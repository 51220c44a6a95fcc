import type { Finding } from '#kernel/organisation/rules/rule.ts'
import { OUTCOMES, type Outcome } from '../reference/lists.ts'
import { missingAt, type GateFacts } from './pop04-gates.ts'
import { stageAfter, type Stage } from './pop05-stages.ts'

/** Ends that claim an effect, or the lack of one: they rest on an assessment. */
const ASSESSED: readonly Outcome[] = ['resolved', 'reduced', 'no-change', 'worse']

export interface ClosingFacts {
  readonly stage: Stage
  readonly plan: GateFacts
  readonly openActions: number
}

/**
 * POP08 How a plan ends. What claims an effect rests on a completed assessment with its numbers, and says no more than they:
 * "gone" or "smaller" not where the verdict is worse or no difference. Nothing closes with actions open, and nothing straight
 * from the response. Other ends (transferred, merged, no problem, given up) need a reason only.
 *
 * Reduced with verdict "worse": refused. Abandoned from analysis: let through. Anything from response: refused. [default]
 */
export function closing(outcome: Outcome, { stage, plan, openActions }: ClosingFacts): Finding | null {
  const next = stageAfter(stage, 'close')
  if (typeof next !== 'string') return next
  const says = (message: string): Finding => ({ rule: 'POP08', message })
  if (openActions > 0)
    return says(
      `${openActions === 1 ? 'An action is' : `${openActions} actions are`} open. Complete or drop what is left first.`,
    )
  if (!ASSESSED.includes(outcome)) return null
  if (stage !== 'assessment')
    return says(`That ${OUTCOMES[outcome]} is for an assessment to show. It stands at an earlier stage.`)
  const missing = missingAt('assessment', plan)
  if (missing.length > 0) return says(`The assessment is not complete: it lacks ${missing.join(', ')}.`)
  if (
    (outcome === 'resolved' || outcome === 'reduced') &&
    (plan.verdict === 'worse' || plan.verdict === 'no-difference')
  )
    return says(
      `The assessment does not show that ${OUTCOMES[outcome]}. Choose the end that it shows: that is a result too.`,
    )
  return null
}

/** Whether checks are owed after this end: what was solved must hold. */
export function isCheckedAfter(outcome: Outcome): boolean {
  return outcome === 'resolved' || outcome === 'reduced'
}
