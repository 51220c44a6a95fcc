import type { Finding } from '#kernel/organisation/rules/rule.ts'
import { isWorked, type Stage } from './pop05-stages.ts'

/** POP13 A plan is written in while it is worked on: not before it is accepted, while it is on hold, or after its end. [default] */
export function stillWorkedOn(stage: Stage): Finding | null {
  if (isWorked(stage)) return null
  const message = {
    proposed: 'It is proposed only. A supervisor accepts it first.',
    'on-hold': 'It is on hold. Let it go on first.',
    closed: 'It is closed. What is to be added is a note; or open it again.',
    rejected: 'It was rejected. Start a new plan.',
  }[stage]
  return { rule: 'POP13', message }
}

/**
 * POP13 as well: the aim stays where it is once the response was approved, so that nobody moves it after the shot. Back in the
 * analysis it can be set anew. [default]
 */
export function aimStands(stage: Stage, approved: boolean): Finding | null {
  if (!approved || (stage !== 'response' && stage !== 'assessment')) return null
  return { rule: 'POP13', message: 'The response was approved for this objective: it is not moved any more.' }
}
