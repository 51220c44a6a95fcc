import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { dutyRules } from '#kernel/duties/registry.ts'
import type { DutyRule } from '#kernel/duties/rule.ts'
import { STAGES, type Worked } from '../rules/pop05-stages.ts'

const SINCE = getCivilDate('2010-01-01')

const COMMON = {
  from: SINCE,
  to: null,
  authority: 'This project: no national time is set',
  mark: 'default',
  metByHand: [],
  waivedFrom: 'commander',
} as const

/** Days for each stage, from when it is begun. */
export const STAGE_DAYS = {
  objective: 14,
  scanning: 28,
  analysis: 56,
  response: 120,
  assessment: 56,
} as const satisfies Record<Worked, number>

const HOLD = 'The plan is on hold'

function stageRule(code: string, stage: Worked): DutyRule {
  return {
    ...COMMON,
    code,
    title: `Finish the stage: ${STAGES[stage].toLowerCase()}`,
    startsWhen: 'a plan came to this stage',
    began: 'Begun',
    clock: { kind: 'calendar-days', days: STAGE_DAYS[stage] },
    escalations: [
      { at: 75, tell: 'owner' },
      { at: 100, tell: 'supervisor' },
      { at: 150, tell: 'commander' },
    ],
    pausedFor: [HOLD],
  }
}

function reviewRule(code: string, title: string, days: number, tell: 'owner' | 'supervisor' | 'commander'): DutyRule {
  return {
    ...COMMON,
    code,
    title,
    startsWhen: 'a plan was accepted, opened again, or looked at last in this way',
    began: 'Looked at last',
    clock: { kind: 'recurring', every: { kind: 'calendar-days', days } },
    escalations: [
      { at: 90, tell },
      { at: 200, tell: 'commander' },
    ],
    pausedFor: [HOLD],
  }
}

function checkRule(code: string, months: number): DutyRule {
  return {
    ...COMMON,
    code,
    title: `Check whether it held, ${months} months on`,
    startsWhen: 'a plan was closed as resolved or reduced',
    began: 'Closed',
    clock: { kind: 'calendar-months', months },
    escalations: [
      { at: 90, tell: 'owner' },
      { at: 110, tell: 'supervisor' },
    ],
    pausedFor: [],
  }
}

/** What is owed on a plan, and by when. Each is met by what happens, and by nobody’s saying so. */
export const problemDutyRules: readonly DutyRule[] = [
  stageRule('PRB-OBJECTIVE', 'objective'),
  stageRule('PRB-SCANNING', 'scanning'),
  stageRule('PRB-ANALYSIS', 'analysis'),
  stageRule('PRB-RESPONSE', 'response'),
  stageRule('PRB-ASSESSMENT', 'assessment'),
  reviewRule('PRB-UPDATE', 'Update a problem plan', 28, 'owner'),
  reviewRule('PRB-SERGEANT', 'Review a problem plan as its sergeant', 28, 'supervisor'),
  reviewRule('PRB-INSPECTOR', 'Review a problem plan as its inspector', 90, 'commander'),
  {
    ...COMMON,
    code: 'PRB-HOLD',
    title: 'Look at a plan on hold again',
    startsWhen: 'a plan was put on hold until a day',
    began: 'To be looked at by',
    clock: { kind: 'before-event', by: { kind: 'calendar-days', days: 0 } },
    escalations: [{ at: 100, tell: 'owner' }],
    pausedFor: [],
  },
  checkRule('PRB-CHECK-3', 3),
  checkRule('PRB-CHECK-6', 6),
  checkRule('PRB-CHECK-12', 12),
]

export const ON_HOLD = HOLD

/** Which rules belong together: for measures. */
export const STAGE_RULES = {
  objective: 'PRB-OBJECTIVE',
  scanning: 'PRB-SCANNING',
  analysis: 'PRB-ANALYSIS',
  response: 'PRB-RESPONSE',
  assessment: 'PRB-ASSESSMENT',
} as const satisfies Record<Worked, string>
export const REVIEW_RULES = { update: 'PRB-UPDATE', sergeant: 'PRB-SERGEANT', inspector: 'PRB-INSPECTOR' } as const
export type Review = keyof typeof REVIEW_RULES
export const CHECK_RULES = { 3: 'PRB-CHECK-3', 6: 'PRB-CHECK-6', 12: 'PRB-CHECK-12' } as const

/** The same, to be looked up by code and day. */
export const PROBLEM_DUTIES = dutyRules(problemDutyRules)
