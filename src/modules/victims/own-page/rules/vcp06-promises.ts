import { readDutyRuleCode } from '#kernel/victims-code/duty-rules.ts'
import type { RuleCode } from '#kernel/victims-code/victim-rule.ts'

/** What is owed, as the victim reads it. `news` says that there is some and not which. */
export type PromiseKey =
  | 'report'
  | 'steps'
  | 'needs'
  | 'help'
  | 'update'
  | 'news'
  | 'asked'
  | 'review'
  | 'statement'
  | 'offer'
  | 'money'
  | 'costs'
  | 'things'
  | 'later'
  | 'complaint'
  | 'person'

/** Null: nothing is promised to them by it; it is our own work, or their time to act. */
const PROMISES: Readonly<Record<RuleCode, PromiseKey | null>> = {
  VC01: 'report',
  VC02: null,
  VC03: 'steps',
  VC04: 'needs',
  VC05: null,
  VC06: 'help',
  VC07: 'update',
  VC08: 'news',
  VC09: 'news',
  VC10: 'news',
  VC11: 'news',
  VC12: 'news',
  VC13: 'news',
  VC14: 'news',
  VC15: 'news',
  VC16: 'news',
  VC17: 'news',
  VC18: null,
  VC19: 'asked',
  VC20: 'review',
  VC21: 'news',
  VC22: 'news',
  VC23: 'news',
  VC24: 'news',
  VC25: 'news',
  VC26: 'news',
  VC27: 'needs',
  VC28: 'news',
  VC29: 'news',
  VC30: 'statement',
  VC31: 'statement',
  VC32: 'statement',
  VC33: 'offer',
  VC34: 'money',
  VC35: 'costs',
  VC36: 'things',
  VC37: 'later',
  VC38: 'news',
  VC39: 'complaint',
  VC40: 'needs',
  VC41: 'person',
  VC42: 'news',
  VC43: 'news',
  VC44: 'update',
}

/** An instant, ISO 8601; null: no time is set. */
type Due = string | null

export interface Promised {
  readonly key: PromiseKey
  readonly due: Due
  readonly late: boolean
}

/**
 * VCP06: what is owed to a victim and open, as promises: each sort once, with the earliest time, late ones as late and first. Source:
 * this project (default).
 */
export function promisesOf(
  open: readonly { readonly rule: string; readonly due: Due }[],
  now: string,
): readonly Promised[] {
  const earliest = new Map<PromiseKey, Due>()
  for (const { rule, due } of open) {
    const parts = readDutyRuleCode(rule)
    const key = parts === null ? null : PROMISES[parts.rule]
    if (key === null) continue
    const before = earliest.get(key)
    earliest.set(key, before === undefined || before === null || (due !== null && due < before) ? due : before)
  }
  return [...earliest]
    .map(([key, due]) => ({ key, due, late: due !== null && due < now }))
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9') || a.key.localeCompare(b.key))
}
