import type { Finding } from '#kernel/organisation/rules/rule.ts'

export interface ComplaintState {
  readonly voided: boolean
  readonly acknowledged: boolean
  readonly answered: boolean
}

/** VCR07: a complaint is acknowledged once, and answered once; one that was taken back is neither. Null where it may be done. */
export function mayOnComplaint(act: 'acknowledge' | 'answer', state: ComplaintState): Finding | null {
  const no = (message: string): Finding => ({ rule: 'VCR07', message })
  if (state.voided) return no('It was said that this complaint did not happen.')
  if (state.answered) return no('It was answered already.')
  return act === 'acknowledge' && state.acknowledged ? no('It was acknowledged already.') : null
}
