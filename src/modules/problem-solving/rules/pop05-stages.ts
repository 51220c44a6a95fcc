import type { Finding } from '#kernel/organisation/rules/rule.ts'

/** The stages of a plan: OSARA between a proposal and an end. */
export const STAGES = {
  proposed: 'Proposed',
  objective: 'Objective',
  scanning: 'Scanning',
  analysis: 'Analysis',
  response: 'Response',
  assessment: 'Assessment',
  closed: 'Closed',
  rejected: 'Rejected',
  'on-hold': 'On hold',
} as const
export type Stage = keyof typeof STAGES

/** The five that are worked through, in order. */
export const WORKED = ['objective', 'scanning', 'analysis', 'response', 'assessment'] as const
export type Worked = (typeof WORKED)[number]

export type Move = 'accept' | 'reject' | 'advance' | 'back' | 'hold' | 'close' | 'reopen'

/** To which stage each move leads; null where it cannot be made. Resuming leads to where it was held. */
const NEXT = {
  proposed: {
    accept: 'objective',
    reject: 'rejected',
    advance: null,
    back: null,
    hold: null,
    close: null,
    reopen: null,
  },
  objective: {
    accept: null,
    reject: null,
    advance: 'scanning',
    back: null,
    hold: 'on-hold',
    close: 'closed',
    reopen: null,
  },
  scanning: {
    accept: null,
    reject: null,
    advance: 'analysis',
    back: null,
    hold: 'on-hold',
    close: 'closed',
    reopen: null,
  },
  analysis: {
    accept: null,
    reject: null,
    advance: 'response',
    back: null,
    hold: 'on-hold',
    close: 'closed',
    reopen: null,
  },
  response: {
    accept: null,
    reject: null,
    advance: 'assessment',
    back: null,
    hold: 'on-hold',
    close: null,
    reopen: null,
  },
  assessment: {
    accept: null,
    reject: null,
    advance: null,
    back: 'analysis',
    hold: 'on-hold',
    close: 'closed',
    reopen: null,
  },
  closed: { accept: null, reject: null, advance: null, back: null, hold: null, close: null, reopen: 'analysis' },
  rejected: { accept: null, reject: null, advance: null, back: null, hold: null, close: null, reopen: null },
  'on-hold': { accept: null, reject: null, advance: null, back: null, hold: null, close: 'closed', reopen: null },
} as const satisfies Record<Stage, Record<Move, Stage | null>>

const REFUSALS = {
  accept: 'Only a proposal is accepted or rejected. This has been decided already.',
  reject: 'Only a proposal is accepted or rejected. This has been decided already.',
  advance: 'There is no next stage from here. After the assessment a plan is closed, or goes back to analysis.',
  back: 'Only from the assessment does a plan go back to analysis: the response did not work.',
  hold: 'Only a plan that is worked on is put on hold.',
  close: 'It cannot be closed from here. Nothing closes straight from the response: assess first what it did.',
  reopen: 'Only a closed plan is opened again.',
} as const satisfies Record<Move, string>

export function isStage(text: string): text is Stage {
  return Object.hasOwn(STAGES, text)
}

export function isWorked(stage: Stage): stage is Worked {
  return WORKED.some((one) => one === stage)
}

/**
 * POP05 A plan goes through its stages in order; from the assessment it may go back to the analysis. Nothing closes straight
 * from the response. Source: OSARA (SARA of the College of Policing's guideline, with the objective first); states [default].
 *
 * Analysis, advance: response. Response, close: refused. Assessment, back: analysis.
 */
export function stageAfter(stage: Stage, move: Move): Stage | Finding {
  return NEXT[stage][move] ?? { rule: 'POP05', message: REFUSALS[move] }
}

/** Whether the move can be made from there. */
export function mayMove(stage: Stage, move: Move): boolean {
  return NEXT[stage][move] !== null
}
