import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { dutyRules } from '#kernel/duties/registry.ts'
import type { DutyRule } from '#kernel/duties/rule.ts'

const SINCE = getCivilDate('2014-01-01')

/** What is owed on a finding, and by when. Each is met by what happens, and by nobody’s saying so. */
export const findingDutyRules = [
  {
    code: 'FIN-01',
    from: SINCE,
    to: null,
    title: 'Answer a finding',
    startsWhen: 'its report was published, or imported later than that',
    began: 'Published, or imported',
    authority: 'The response to a published report, 56 days',
    mark: 'unverified',
    clock: { kind: 'calendar-days', days: 56 },
    escalations: [
      { at: 50, tell: 'owner' },
      { at: 90, tell: 'owner' },
      { at: 100, tell: 'supervisor' },
    ],
    metByHand: [],
    waivedFrom: 'chief-officer',
    pausedFor: [],
  },
  {
    code: 'FIN-02',
    from: SINCE,
    to: null,
    title: 'Meet a finding by its date',
    startsWhen: 'a finding got a date, by its report or by the force',
    began: 'To be met by',
    authority: 'Recommendations with hard dates',
    mark: 'seen',
    clock: { kind: 'before-event', by: { kind: 'calendar-days', days: 0 } },
    escalations: [
      { at: 75, tell: 'owner' },
      { at: 100, tell: 'supervisor' },
      { at: 110, tell: 'commander' },
    ],
    metByHand: [],
    // A date of the report is the inspectorate's: nobody here lets it go.
    waivedFrom: null,
    pausedFor: [],
  },
  {
    code: 'FIN-03',
    from: SINCE,
    to: null,
    title: 'Look at a finding again',
    startsWhen: 'a finding was imported, or looked at last',
    began: 'Looked at last',
    authority: 'Monthly performance: one chart, one story, one action for each area for improvement',
    mark: 'default',
    clock: { kind: 'recurring', every: { kind: 'calendar-months', months: 1 } },
    escalations: [
      { at: 90, tell: 'owner' },
      { at: 150, tell: 'supervisor' },
    ],
    metByHand: [],
    waivedFrom: 'chief-officer',
    pausedFor: [],
  },
] as const satisfies readonly DutyRule[]

export type FindingDuty = (typeof findingDutyRules)[number]['code']

/** The same, to be looked up by code and day. */
export const FINDING_DUTIES = dutyRules(findingDutyRules)
