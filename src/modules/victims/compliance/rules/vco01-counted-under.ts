import { dutyRulesOfVictims, readDutyRuleCode } from '#kernel/victims-code/duty-rules.ts'
import type { RuleCode } from '#kernel/victims-code/victim-rule.ts'
import { victimRule } from '#kernel/victims-code/victim-rules.ts'
import { findRight, type Right } from './rights.ts'

/** Where a duty is counted: under a right of the code and one of its rules, standard or enhanced. */
export interface CountedUnder {
  readonly right: Right
  readonly rule: RuleCode
  readonly enhanced: boolean
}

/**
 * VCO-01: the right of the code of 2020 that a duty is counted under. A duty of the code of 2015, which has no numbered rights, is
 * counted under the right that it became; that a crime is recorded within the day, which the recording standard owes, under
 * right 2. Null for what is not the force’s to keep: owed first by the prosecutors or by probation, or by a force’s own
 * standard, which is no right. Source: this project (default); the rights by their number are seen.
 */
export function countedUnder(dutyRule: string): CountedUnder | null {
  return UNDER.get(dutyRule) ?? null
}

function readUnder(dutyRule: string): CountedUnder | null {
  const parts = readDutyRuleCode(dutyRule)
  if (parts === null) return null
  const rule = victimRule(parts.rule)
  const [first] = rule.variants.find(({ key }) => key === parts.variant)?.by ?? rule.by
  const right = findRight(rule.right)
  const isOthers = first === 'cps' || first === 'probation'
  if (right === undefined || rule.of === 'local-standard' || isOthers) return null
  return { right, rule: parts.rule, enhanced: parts.enhanced }
}

/** Worked out once: a page asks for each rule of each month. */
const UNDER: ReadonlyMap<string, CountedUnder | null> = new Map(
  dutyRulesOfVictims().map(({ code }) => [code, readUnder(code)]),
)

const DUTY_RULES = dutyRulesOfVictims().filter(({ code }) => countedUnder(code) !== null)
const codesOf = (rules: typeof DUTY_RULES): readonly string[] => rules.map(({ code }) => code)

/** The codes of every duty rule that is counted. */
export const COUNTED_RULES = codesOf(DUTY_RULES)

/** Those of them that set no time: what is owed at once, and what has no limit at all. */
export const AT_ONCE_RULES = codesOf(DUTY_RULES.filter(({ clock }) => clock.kind === 'at-once'))
export const CLOCKLESS_RULES = codesOf(
  DUTY_RULES.filter(({ clock }) => clock.kind === 'none' || clock.kind === 'at-once'),
)
