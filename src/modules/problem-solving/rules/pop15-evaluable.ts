import type { Finding } from '#kernel/organisation/rules/rule.ts'
import type { Stage } from './pop05-stages.ts'

/** When something has been done, or is about to be, and there is an effect to ask after. */
const EVALUABLE: readonly Stage[] = ['response', 'assessment', 'closed']

/**
 * POP15 What a plan is evaluated by is chosen from the response on, best before its effect is known; and anew after its end, to
 * see whether it held. Each choice is kept, with who made it and when. [default]
 *
 * Analysis: refused. Response, assessment, closed: let through. On hold: refused, let it go on first.
 */
export function evaluable(stage: Stage): Finding | null {
  if (mayBeEvaluated(stage)) return null
  const message =
    stage === 'on-hold'
      ? 'It is on hold. Let it go on first.'
      : 'Nothing has been done yet that could be evaluated. It is chosen from the response on.'
  return { rule: 'POP15', message }
}

export function mayBeEvaluated(stage: Stage): boolean {
  return EVALUABLE.includes(stage)
}
