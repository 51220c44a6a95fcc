import { readDutyRuleCode } from '#kernel/victims-code/duty-rules.ts'
import type { MetBy } from '#kernel/victims-code/victim-rule.ts'
import { victimRule } from '#kernel/victims-code/victim-rules.ts'

/** What is said in one contact for all that is owed: each line once, where it comes last, so that a contact has one end. */
export function sayTogether(lists: readonly (readonly string[])[]): readonly string[] {
  const all = lists.flat()
  return all.filter((line, at) => all.lastIndexOf(line) === at)
}

/** Below the address of a victim: where what is owed is done. Null where it is done elsewhere. */
const ACTS: Readonly<Partial<Record<MetBy, { readonly path: string; readonly text: string }>>> = {
  assessment: { path: 'assess', text: 'Assess what they need' },
  category: { path: 'assess', text: 'Assess what they need' },
  referral: { path: 'refer', text: 'Refer them to support' },
}

/** What can be done at once for what no contact meets: each act once. */
export function actsFor(dutyRules: readonly string[]): readonly { readonly path: string; readonly text: string }[] {
  const acts = dutyRules.flatMap((dutyRule) => {
    const parts = readDutyRuleCode(dutyRule)
    const found = parts === null ? undefined : ACTS[victimRule(parts.rule).metBy]
    return found === undefined ? [] : [found]
  })
  return [...new Set(acts)].filter((act, at, all) => all.findIndex(({ path }) => path === act.path) === at)
}
