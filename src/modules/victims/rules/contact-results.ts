import { readDutyRuleCode } from '#kernel/victims-code/duty-rules.ts'
import type { RuleCode } from '#kernel/victims-code/victim-rule.ts'
import { victimRule } from '#kernel/victims-code/victim-rules.ts'

export const WAYS = {
  phone: 'Telephone',
  letter: 'Letter',
  email: 'Email',
  text: 'Text message',
  'in-person': 'In person',
  'through-somebody': 'Through somebody whom they named',
} as const
export type Way = keyof typeof WAYS

export const RESULTS = {
  told: 'Told',
  attempted: 'Tried, and not reached',
  declined: 'They do not want to hear it',
  'no-safe-contact': 'No safe way to reach them',
} as const
export type Result = keyof typeof RESULTS

/** What a victim may turn down: how often they hear, and what is offered. What was decided about them they are told. */
const MAY_DECLINE: readonly RuleCode[] = ['VC07', 'VC33', 'VC34', 'VC44']

/**
 * VCT01: what a contact meets. Only one that reached them, or in which they turned down what may be turned down; an attempt
 * meets nothing. And only what is met by contact: an assessment, a referral or a statement is met by doing it. Source: this
 * project (default).
 */
export function meetsBy(dutyRule: string, result: Result): boolean {
  const parts = readDutyRuleCode(dutyRule)
  if (parts === null || victimRule(parts.rule).metBy !== 'contact') return false
  return result === 'told' || (result === 'declined' && MAY_DECLINE.includes(parts.rule))
}

/** Why a contact does not meet a duty, in words; null where it does. */
export function whyNotMet(dutyRule: string, result: Result): string | null {
  if (meetsBy(dutyRule, result)) return null
  if (result === 'attempted') return 'An attempt meets nothing: log it and tick nothing (VCT01)'
  if (result === 'no-safe-contact')
    return 'Nothing is met where there is no safe way to reach them: tick nothing (VCT01)'
  return result === 'declined'
    ? 'This cannot be turned down: they are told it, or it is waived (VCT01)'
    : 'This is met by doing it, not by telling: assess, refer or take the statement (VCT01)'
}

/**
 * VCT21: what is kept of a contact that was logged without words: what of the owed they were told, or what came of it. That
 * nobody can reach them safely is never said without words: null then. Source: this project (default).
 */
export function wordsOfContact(words: string | null, result: Result, told: readonly string[]): string | null {
  if (words !== null) return words
  if (result === 'no-safe-contact') return null
  return told.length === 0 ? 'No more was written' : told.join('; ')
}
