import { dutyRuleCode, readDutyRuleCode } from '../duty-rules.ts'
import { victimRule } from '../victim-rules.ts'

/** What takes the place of an open duty when a victim’s category changes. */
export interface CategoryChange {
  readonly dutyRule: string
  /** From when the new limit counts; null while what it counts to has no date. */
  readonly countsFrom: Date | null
}

/**
 * VIC-02: rights that become enhanced bring the enhanced limit, which counts from the change; rights that no longer are bring the
 * standard limit, which counts from where the old one did. The earlier of old and new holds (supersedeDuty sees to that), so that an
 * upgrade never takes time away before it was known, and neither ever makes an open limit longer. What is due before a
 * sentence counts to it as before. Null where nothing changes, or it is no duty to a victim. Source: this project (default).
 */
export function changeOfCategory(
  open: { readonly dutyRule: string; readonly countsFrom: Date | null },
  to: { readonly enhanced: boolean; readonly changedAt: Date },
): CategoryChange | null {
  const parts = readDutyRuleCode(open.dutyRule)
  if (parts === null || parts.enhanced === to.enhanced) return null
  const { beforeSentence } = victimRule(parts.rule)
  return {
    dutyRule: dutyRuleCode(parts.rule, parts.code, to.enhanced, parts.variant),
    countsFrom: to.enhanced && !beforeSentence ? to.changedAt : open.countsFrom,
  }
}
