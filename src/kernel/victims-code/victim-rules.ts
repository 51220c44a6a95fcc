import { COURT } from './reference/court.ts'
import { INVESTIGATION } from './reference/investigation.ts'
import { REPORTING } from './reference/reporting.ts'
import type { RuleCode, VictimRule } from './victim-rule.ts'

/** The 44 rules, VC01 to VC44: 42 of a code, one of the recording standard, one of a force for itself. */
export const VICTIM_RULES: readonly VictimRule[] = [...REPORTING, ...INVESTIGATION, ...COURT].toSorted((a, b) =>
  a.code.localeCompare(b.code),
)

const BY_CODE = new Map<string, VictimRule>(VICTIM_RULES.map((rule) => [rule.code, rule]))

/** The rule of that public code. */
export function victimRule(code: RuleCode): VictimRule {
  const rule = BY_CODE.get(code)
  if (rule === undefined) throw new RangeError(`There is no rule ${code}.`)
  return rule
}
