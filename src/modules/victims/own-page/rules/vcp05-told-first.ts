import { readDutyRuleCode } from '#kernel/victims-code/duty-rules.ts'
import { victimRule } from '#kernel/victims-code/victim-rules.ts'

export interface OwedNow {
  readonly rule: string
  /** The victim and what started it: `<victim>/<event>`. */
  readonly subject: string
}

/**
 * VCP05: news is told by a person first. What happened shows on the page only when nothing that it started is still to be told: until
 * then the page says that there is news, and not which. Source: this project (default).
 */
export function toldNews<T extends { readonly id: string }>(news: readonly T[], open: readonly OwedNow[]) {
  const waits = new Set(open.filter(({ rule }) => isToTell(rule)).map(({ subject }) => subject.split('/')[1]))
  const shown = news.filter(({ id }) => !waits.has(id))
  return { shown, waiting: news.length - shown.length }
}

function isToTell(dutyRule: string): boolean {
  const parts = readDutyRuleCode(dutyRule)
  return parts !== null && victimRule(parts.rule).metBy === 'contact'
}
