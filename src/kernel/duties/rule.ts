import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Clock } from '#calculations/clocks/clock.ts'
import type { Rank } from './ranks.ts'

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

/** One version of a rule by which something is owed by a time: data, declared by a module (`Module.dutyRules`). */
export interface DutyRule extends DutyRuleHead {
  readonly clock: Clock
  /** How the first sentence of "why is it due then?" begins: `Imported`. */
  readonly began: string
  /** The ways in which a person may say that it was met: "Told by telephone". None: only what happens meets it. */
  readonly metByHand: readonly string[]
  /** The lowest rank that may waive it; null: nobody may. */
  readonly waivedFrom: Rank | null
  /** The reasons for which its clock may be stopped: "No safe contact". None: it may not. */
  readonly pausedFor: readonly string[]
}
