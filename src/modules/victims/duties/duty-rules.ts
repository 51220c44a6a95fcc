import { dutyRules } from '#kernel/duties/registry.ts'
import { dutyRulesOfVictims } from '#kernel/victims-code/duty-rules.ts'

/** What is owed to victims, by both codes. */
export const victimDutyRules = dutyRulesOfVictims()

/** The same, to be looked up by code and day. */
export const VICTIM_DUTIES = dutyRules(victimDutyRules)
