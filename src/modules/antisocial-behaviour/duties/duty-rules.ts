import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import type { Clock } from '#calculations/clocks/clock.ts'
import { dutyRules } from '#kernel/duties/registry.ts'
import type { DutyRule, Escalation } from '#kernel/duties/rule.ts'
import type { Band } from '../rules/asb02-risk-form.ts'

const COMMON = {
  from: getCivilDate('2014-10-20'),
  to: null,
  authority: 'This project: no national time is set',
  mark: 'default',
  metByHand: [],
  waivedFrom: 'commander',
  pausedFor: [],
} as const

const TELL: readonly Escalation[] = [
  { at: 75, tell: 'owner' },
  { at: 100, tell: 'supervisor' },
  { at: 150, tell: 'commander' },
]

type Words = Pick<DutyRule, 'code' | 'title' | 'startsWhen' | 'began'>

function rule(words: Words, clock: Clock, more: Partial<DutyRule> = {}): DutyRule {
  return { ...COMMON, ...words, clock, escalations: TELL, ...more }
}

const working = (days: number): Clock => ({ kind: 'working-days', days })
const hours = (hours: number): Clock => ({ kind: 'elapsed-hours', hours })

/** What is owed on a case of anti-social behaviour, and by when. */
export const asbDutyRules: readonly DutyRule[] = [
  rule(
    {
      code: 'ASB-ASSESS',
      title: 'Assess the risk to whom it harms',
      startsWhen: 'a personal case was opened, or another incident was linked to one',
      began: 'Opened, or another incident',
    },
    hours(24),
    { waivedFrom: null },
  ),
  rule(
    {
      code: 'ASB-HIGH',
      title: 'Review a high risk, as supervisor',
      startsWhen: 'a risk was judged high',
      began: 'Judged',
    },
    hours(24),
    {
      waivedFrom: null,
      escalations: [
        { at: 1, tell: 'supervisor' },
        { at: 75, tell: 'supervisor' },
        { at: 100, tell: 'commander' },
      ],
    },
  ),
  rule(
    {
      code: 'ASB-PANEL',
      title: 'Bring a high risk to the partners’ panel',
      startsWhen: 'a risk was judged high',
      began: 'Judged',
    },
    working(2),
    { metByHand: ['The panel of partners heard it'] },
  ),
  rule(
    { code: 'ASB-MEDIUM', title: 'Review a medium risk', startsWhen: 'a risk was judged medium', began: 'Judged' },
    hours(72),
  ),
  rule(
    {
      code: 'ASB-STANDARD',
      title: 'Review a standard risk',
      startsWhen: 'a risk was judged standard',
      began: 'Judged',
    },
    working(5),
  ),
  rule(
    {
      code: 'ASB-CR-ACK',
      title: 'Acknowledge an application for a case review',
      startsWhen: 'somebody asked for one',
      began: 'Asked',
    },
    working(2),
  ),
  rule(
    {
      code: 'ASB-CR-DECIDE',
      title: 'Decide whether the threshold is met',
      startsWhen: 'somebody asked for a case review',
      began: 'Asked',
    },
    working(5),
    { waivedFrom: null },
  ),
  rule(
    { code: 'ASB-CR-INFO', title: 'Have what every agency knows', startsWhen: 'the threshold was met', began: 'Met' },
    working(10),
    { metByHand: ['Every agency answered'] },
  ),
  rule(
    { code: 'ASB-CR-REVIEW', title: 'Hold the case review', startsWhen: 'the threshold was met', began: 'Met' },
    working(20),
    { waivedFrom: null },
  ),
  rule(
    {
      code: 'ASB-CR-TELL',
      title: 'Tell them the outcome and why, in writing',
      startsWhen: 'it was decided, or the review was held',
      began: 'Decided',
    },
    working(5),
    { waivedFrom: null },
  ),
  rule(
    { code: 'ASB-CR-APPEAL', title: 'Decide on an appeal', startsWhen: 'an appeal was made', began: 'Appealed' },
    working(10),
    { waivedFrom: null },
  ),
  rule(
    {
      code: 'ASB-POWER',
      title: 'Decide what follows before a power runs out',
      startsWhen: 'a power of more than 56 days was chosen',
      began: 'Runs out',
    },
    { kind: 'before-event', by: { kind: 'calendar-days', days: 28 } },
  ),
  rule(
    {
      code: 'ASB-POWER-SHORT',
      title: 'Decide what follows when a power runs out',
      startsWhen: 'a power of up to 56 days was chosen',
      began: 'Runs out',
    },
    { kind: 'before-event', by: { kind: 'calendar-days', days: 0 } },
  ),
]

export const RISK_RULES = {
  high: 'ASB-HIGH',
  medium: 'ASB-MEDIUM',
  standard: 'ASB-STANDARD',
} as const satisfies Record<Band, string>

/** Up to how many days a power is short: it is decided on when it runs out. */
export const SHORT_DAYS = 56

/** The same, to be looked up by code and day. */
export const ASB_DUTIES = dutyRules(asbDutyRules)
