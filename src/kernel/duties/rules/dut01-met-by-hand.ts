import type { Finding } from '../../organisation/rules/rule.ts'
import type { DutyRule } from '../rule.ts'

/** Who says that a duty was met, as the rules see them. */
export interface Doer {
  readonly account: string | null
  readonly units: readonly number[]
  readonly forceWide: boolean
}

/** Whose the duty is. */
export interface Owed {
  readonly owner: string | null
  readonly unit: number | null
}

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
  const own = owed.owner !== null && owed.owner === doer.account
  const ofUnit = owed.unit === null ? owed.owner === null : doer.units.includes(owed.unit)
  return own || ofUnit || doer.forceWide
    ? null
    : says('Only who owes it, or somebody of their unit, says that it was met.')
}
