import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { dutyRules } from '#kernel/duties/registry.ts'
import type { DutyRule } from '#kernel/duties/rule.ts'

const SINCE = getCivilDate('2014-01-01')

const ANSWER = {
  from: SINCE,
  to: null,
  began: 'Asked',
  authority: 'Information for an anti-social behaviour case review, 10 working days; taken over for every question',
  mark: 'default',
  clock: { kind: 'working-days', days: 10 },
  escalations: [
    { at: 50, tell: 'owner' },
    { at: 100, tell: 'supervisor' },
  ],
  // Only an answer, or a refusal with its reason, meets it.
  metByHand: [],
  waivedFrom: 'supervisor',
  pausedFor: [],
} as const

/** What is owed when something is shared or asked, and by when: default settings. */
export const sharingDutyRules = [
  {
    code: 'SHA-01',
    from: SINCE,
    to: null,
    title: 'Review what was shared in an emergency',
    startsWhen: 'something was shared without an agreement, in an emergency',
    began: 'Shared',
    authority: 'This project: the next working day',
    mark: 'default',
    clock: { kind: 'working-days', days: 1 },
    escalations: [
      { at: 50, tell: 'supervisor' },
      { at: 100, tell: 'commander' },
    ],
    metByHand: [],
    waivedFrom: null,
    pausedFor: [],
  },
  {
    ...ANSWER,
    code: 'SHA-02',
    title: 'Have a partner’s answer',
    startsWhen: 'a partner agency was asked for information',
  },
  {
    ...ANSWER,
    code: 'SHA-03',
    title: 'Answer a partner’s question',
    startsWhen: 'a partner agency asked the force for information',
  },
  {
    code: 'SHA-04',
    from: SINCE,
    to: null,
    title: 'Review an agreement on sharing',
    startsWhen: 'an agreement was made with a day of review, or reviewed with the next',
    began: 'To be reviewed by',
    authority: 'Information sharing practice; the day is the agreement’s own',
    mark: 'default',
    clock: { kind: 'before-event', by: { kind: 'calendar-days', days: 0 } },
    escalations: [
      { at: 90, tell: 'owner' },
      { at: 100, tell: 'supervisor' },
    ],
    // Only a review meets it, or the end of the agreement.
    metByHand: [],
    waivedFrom: null,
    pausedFor: [],
  },
] as const satisfies readonly DutyRule[]

/** The same, to be looked up by code and day. */
export const SHARING_DUTIES = dutyRules(sharingDutyRules)
