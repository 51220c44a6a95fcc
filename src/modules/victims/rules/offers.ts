import type { RuleCode } from '#kernel/victims-code/victim-rule.ts'

/** What victims are told that they may use. */
export const TOPICS = {
  restorative: 'Restorative justice',
  'court-order': 'Compensation by order of a court',
  'criminal-injuries': 'Compensation for criminal injuries',
} as const
export type Topic = keyof typeof TOPICS

export const TOPIC_ANSWERS = {
  wants: 'They want it',
  declines: 'They do not want it',
  later: 'They want to think about it',
} as const

/** The rule under which it is owed that they are told. */
export const RULE_OF_TOPIC: Readonly<Record<Topic, RuleCode>> = {
  restorative: 'VC33',
  'court-order': 'VC34',
  'criminal-injuries': 'VC34',
}
