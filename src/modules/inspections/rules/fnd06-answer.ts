/** What the force answers to a finding. */
export const ANSWERS = { accepted: 'accepted', partly: 'accepted in part', declined: 'declined' } as const
export type Answer = keyof typeof ANSWERS

/**
 * FND06 Accept, accept in part or decline: anything short of acceptance says why. Gives what is wrong at the field
 * `reason`, or null. "Partly" without a reason is refused; "accepted" needs none.
 */
export function answerProblem(answer: Answer, reason: string | null): string | null {
  if (answer === 'accepted' || reason !== null) return null
  return `Say why it is ${ANSWERS[answer]}: the local policing body publishes the answer. (FND06)`
}
