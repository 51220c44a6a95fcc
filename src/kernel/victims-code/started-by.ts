import type { CodeVersion } from './code-in-force.ts'
import { dutyRuleCode } from './duty-rules.ts'
import type { CaseEventKind } from './events.ts'
import { isEnhanced, type VictimFacts } from './facts.ts'
import { referralConsent } from './rules/vic04-referral-consent.ts'
import type { RuleCode, VariantKey, VictimRule } from './victim-rule.ts'
import { VICTIM_RULES } from './victim-rules.ts'

/** One duty that an event opens for a victim. */
export interface StartedDuty {
  readonly rule: VictimRule
  /** Code of its duty rule: `VC09-2020-E`. */
  readonly dutyRule: string
  /**
   * What its clock counts from (NewDuty.countsFrom): what happened; when witness care had the news of it; or to the sentence:
   * give its moment, or null while it has none.
   */
  readonly countsFrom: 'event' | 'receipt' | 'sentence'
}

/**
 * What an event opens for a victim under the code that governs them: nothing where that code does not have it, it is not owed to
 * such a victim, or the facts say no. VC18, the victim’s own time, is no duty and never among them.
 */
export function rulesStartedBy(event: CaseEventKind, code: CodeVersion, facts: VictimFacts): readonly StartedDuty[] {
  const enhanced = isEnhanced(facts)
  return VICTIM_RULES.flatMap((rule) => {
    if (rule.window || rule.notFor.includes(facts.standing) || ONLY_IF[rule.code]?.(event, facts) === false) return []
    return variantsStarted(rule, event, code, facts).map((variant) => ({
      rule,
      dutyRule: dutyRuleCode(rule.code, code, enhanced, variant),
      countsFrom: countsFromOf(rule),
    }))
  })
}

function countsFromOf({ beforeSentence, fromReceipt }: VictimRule): StartedDuty['countsFrom'] {
  if (beforeSentence) return 'sentence'
  return fromReceipt ? 'receipt' : 'event'
}

/** The rule itself (null), or those of its variants that the event starts. */
function variantsStarted(
  rule: VictimRule,
  event: CaseEventKind,
  code: CodeVersion,
  facts: VictimFacts,
): readonly (VariantKey | null)[] {
  const agreed = rule.code === 'VC07' ? variantOfDays(facts.updateEvery) : undefined
  const all = [{ key: null, startedBy: rule.startedBy, limits: rule.limits }, ...rule.variants]
  return all
    .filter(({ startedBy, limits }) => startedBy.includes(event) && limits[code] !== undefined)
    .map(({ key }) => key)
    .filter((key) => agreed === undefined || key === agreed)
}

/** The variant of VC07 for a rhythm; null for the 28 days that the rule itself has. */
export function variantOfDays(days: VictimFacts['updateEvery']): VariantKey | null {
  return days === 28 ? null : `D${days}`
}

type Allows = (event: CaseEventKind, facts: VictimFacts) => boolean

/** What must be so beside the event; rules that are not here need no more. */
const ONLY_IF: Readonly<Partial<Record<RuleCode, Allows>>> = {
  VC06: (event, facts) =>
    !facts.objectsToReferral && (event === 'referral-agreed' || referralConsent(facts).kind === 'unless-they-object'),
  VC30: (event, facts) => event !== 'enhanced-found' || isEnhanced(facts),
  VC34: (event, facts) => event !== 'crime-reported' || facts.lossOrInjury,
  VC44: (_, facts) => facts.localStandard,
}
