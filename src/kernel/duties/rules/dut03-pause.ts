import type { Finding } from '../../organisation/rules/rule.ts'
import type { DutyRule } from '../rule.ts'
import { isOwedBy, type Doer, type Owed } from './owed-by.ts'

export interface PauseFacts {
  /** Whether it is the doer's to deal with. */
  readonly isTheirs: boolean
  readonly isPaused: boolean
  readonly isOverdue: boolean
}

/**
 * DUT-03: the clock of a duty stops only for a reason that its rule names, once at a time, and not when the time is over:
 * what is late cannot be made timely by a pause.
 */
export function pauseOf(
  rule: Pick<DutyRule, 'pausedFor'> | undefined,
  reason: string,
  { isTheirs, isPaused, isOverdue }: PauseFacts,
): Finding | null {
  const says = (message: string): Finding => ({ rule: 'DUT-03', message })
  if (rule === undefined || rule.pausedFor.length === 0)
    return says('The clock of this duty is not stopped for anything.')
  if (!rule.pausedFor.includes(reason)) return says('Choose the reason from the list.')
  if (!isTheirs) return says('Only who owes it, or somebody of their unit, stops its clock.')
  if (isPaused) return says('Its clock is stopped already.')
  return isOverdue ? says('It is overdue: a pause changes nothing about that. Do it, or have it waived.') : null
}

/** DUT-03 as well: whose clock may be stopped by somebody may be let run on by them. */
export function mayResume(owed: Owed, doer: Doer): Finding | null {
  if (isOwedBy(owed, doer)) return null
  return { rule: 'DUT-03', message: 'Only who owes it, or somebody of their unit, lets its clock run on.' }
}
