import { dutyRules } from '#kernel/duties/registry.ts'
import { dutyRulesOfVictims, readDutyRuleCode } from '#kernel/victims-code/duty-rules.ts'
import { victimRule } from '#kernel/victims-code/victim-rules.ts'

/** What is owed to victims, by both codes. */
export const victimDutyRules = dutyRulesOfVictims()

/** The same, to be looked up by code and day. */
export const VICTIM_DUTIES = dutyRules(victimDutyRules)

/** Codes of what witness care owes before anybody else does, wherever it stands. */
export const WITNESS_CARE_RULES: readonly string[] = victimDutyRules
  .map(({ code }) => code)
  .filter((code) => {
    const parts = readDutyRuleCode(code)
    if (parts === null) return false
    const { by, variants } = victimRule(parts.rule)
    return (variants.find(({ key }) => key === parts.variant)?.by ?? by)[0] === 'witness-care'
  })
