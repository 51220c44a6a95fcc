import type { CivilDate } from '#calculations/calendar/civil-date.ts'

/** How sure it is that a rule says what its authority says; `default` is a setting of ours. */
export type Mark = 'seen' | 'unverified' | 'default'

/** Whom to tell, and when: after so many hundredths of the time. 100 is the moment from which it is overdue. */
export interface Escalation {
  readonly at: number
  readonly tell: 'owner' | 'supervisor' | 'commander'
}

/** The part of a duty rule that every version shares; a module declares it, and the registry holds it by code and date. */
export interface DutyRuleHead {
  /** Public code: `INS-02`. */
  readonly code: string
  /** First and last day on which this version governs what happens; null for still. */
  readonly from: CivilDate
  readonly to: CivilDate | null
  /** What is owed, in words: "Answer a finding". */
  readonly title: string
  /** The event that starts it, in words: "a finding was imported". */
  readonly startsWhen: string
  readonly authority: string
  readonly mark: Mark
  readonly escalations: readonly Escalation[]
}
