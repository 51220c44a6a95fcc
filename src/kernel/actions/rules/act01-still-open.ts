import type { Finding } from '../../organisation/rules/rule.ts'

/** ACT01: what is done or dropped stays so. What turns out not to be done is a new action. */
export function stillOpen(action: { readonly doneAt: unknown; readonly droppedAt: unknown }): Finding | null {
  if (action.doneAt !== null) return { rule: 'ACT01', message: 'This action is done. Add a new one for what is left.' }
  if (action.droppedAt !== null)
    return { rule: 'ACT01', message: 'This action was dropped. Add a new one if it is needed.' }
  return null
}
