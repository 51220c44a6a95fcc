import type { Finding } from '../../organisation/rules/rule.ts'
import type { DutyRule } from '../rule.ts'
import { isOwedBy, type Doer, type Owed } from './owed-by.ts'

/**
 * DUT-01: a duty is met by what happens. A person says that it was met only where its rule has ways for that, in one of
 * these ways, and only the one who owes it or somebody of the unit that does.
 */
export function metByHand(
  rule: Pick<DutyRule, 'metByHand'> | undefined,
  owed: Owed,
  how: string,
  doer: Doer,
): Finding | null {
  const says = (message: string): Finding => ({ rule: 'DUT-01', message })
  if (rule === undefined || rule.metByHand.length === 0)
    return says('This is met by what happens, not by saying so: do what it asks for, and it is met.')
  if (!rule.metByHand.includes(how)) return says('Choose how it was met. An attempt meets nothing: write it as a note.')
  return isOwedBy(owed, doer) ? null : says('Only who owes it, or somebody of their unit, says that it was met.')
}
