import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { dutyRules } from '#kernel/duties/registry.ts'
import type { DutyRule } from '#kernel/duties/rule.ts'

const SINCE = getCivilDate('2014-01-01')
const TELL = [
  { at: 50, tell: 'owner' },
  { at: 75, tell: 'supervisor' },
  { at: 100, tell: 'commander' },
] as const

/** What a finding makes the force owe. Neither can be met by hand: an answer meets the one, an end the other. */
export const FINDING_DUTIES: readonly DutyRule[] = [
  {
    code: 'FND-ANSWER',
    from: SINCE,
    to: null,
    title: 'Answer a finding',
    startsWhen: 'a report that has the finding was imported',
    began: 'Imported',
    clock: { kind: 'calendar-days', days: 56 },
    authority:
      'The local policing body comments on a report to the Home Secretary within 56 days; the force’s own answer goes into that',
    mark: 'unverified',
    escalations: TELL,
    metByHand: [],
    waivedFrom: 'chief-officer',
    pausedFor: [],
  },
  {
    code: 'FND-DUE',
    from: SINCE,
    to: null,
    title: 'Meet a finding by its date',
    startsWhen: 'a finding was given a date, by its report or by the force',
    began: 'Given its date',
    clock: { kind: 'before-event', by: { kind: 'calendar-days', days: 0 } },
    authority: 'The date that the inspectorate, or the force itself, has set',
    mark: 'seen',
    escalations: TELL,
    metByHand: [],
    waivedFrom: 'chief-officer',
    pausedFor: [],
  },
]

export const findingDuties = dutyRules(FINDING_DUTIES)
