import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { dutyRules } from '#kernel/duties/registry.ts'
import type { DutyRule } from '#kernel/duties/rule.ts'

const SINCE = getCivilDate('2014-01-01')

/** What is owed to a community, and by when: default settings, in force from the day that each says. */
export const communityDutyRules = [
  {
    code: 'COM-01',
    from: SINCE,
    to: null,
    title: 'Give feedback on what was raised',
    startsWhen: 'somebody raised something at an engagement and wants an answer',
    began: 'Raised',
    authority: 'Engagement gives information back; 28 days are this project’s own',
    mark: 'default',
    clock: { kind: 'calendar-days', days: 28 },
    escalations: [
      { at: 50, tell: 'owner' },
      { at: 100, tell: 'supervisor' },
      { at: 150, tell: 'commander' },
    ],
    // Only feedback that was given meets it: that somebody tried does not.
    metByHand: [],
    waivedFrom: 'commander',
    pausedFor: [],
  },
  {
    code: 'COM-02',
    from: SINCE,
    to: null,
    title: 'Review a community profile',
    startsWhen: 'a profile was written, or reviewed last',
    began: 'Reviewed last',
    authority: 'A profile is reviewed every 12 months',
    mark: 'default',
    clock: { kind: 'recurring', every: { kind: 'calendar-months', months: 12 } },
    escalations: [
      { at: 90, tell: 'owner' },
      { at: 110, tell: 'supervisor' },
    ],
    metByHand: [],
    waivedFrom: null,
    pausedFor: [],
  },
  {
    code: 'COM-03',
    from: SINCE,
    to: null,
    title: 'Talk with a key individual',
    startsWhen: 'a key individual was added, or talked with last',
    began: 'Talked with last',
    authority: 'Key individual networks, every 90 days',
    mark: 'unverified',
    clock: { kind: 'recurring', every: { kind: 'calendar-days', days: 90 } },
    escalations: [
      { at: 90, tell: 'owner' },
      { at: 200, tell: 'supervisor' },
    ],
    metByHand: [],
    waivedFrom: 'supervisor',
    pausedFor: [],
  },
] as const satisfies readonly DutyRule[]

/** The same, to be looked up by code and day. */
export const COMMUNITY_DUTIES = dutyRules(communityDutyRules)
