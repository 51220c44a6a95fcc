import { isEnhanced, type SayFacts } from './facts.ts'
import { SAYINGS, type SayWhen } from './reference/sayings.ts'
import { referralConsent } from './rules/vic04-referral-consent.ts'
import type { RuleCode } from './victim-rule.ts'

/** Said at the end of every contact. */
const LAST = 'When they hear from us next, and whom to ask until then'

/**
 * What whoever makes the contact must say for a rule, in the order of telling, in plain words. Empty where it is no matter of
 * telling: what is recorded, decided, or the victim’s own time. In our words (default): a code says what is owed, not how.
 */
export function sayOf(rule: RuleCode, facts: SayFacts): readonly string[] {
  const lines = SAYINGS[rule].flatMap((line) => {
    if (typeof line === 'string') return [line]
    return holds(line[0], facts) ? [line[1]] : []
  })
  return lines.length === 0 ? [] : [...lines, LAST]
}

function holds(when: SayWhen, facts: SayFacts): boolean {
  switch (when) {
    case 'enhanced':
      return isEnhanced(facts)
    case 'bereaved':
      return facts.standing === 'bereaved'
    case 'child':
      return facts.standing === 'parent'
    case 'ask-first':
      return referralConsent(facts).kind === 'explicit'
    case 'say-sent':
      return referralConsent(facts).kind === 'unless-they-object'
  }
}
