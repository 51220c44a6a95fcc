import type { Instrument } from '#kernel/assessments/instrument.ts'
import { scoreOf } from '#kernel/assessments/instrument.ts'

const PASS = 24

const items = [
  { code: 'specific', words: 'The problem is specific enough to work on' },
  { code: 'sources', words: 'It rests on more than one source of data' },
  { code: 'causes', words: 'Its causes are explained' },
  { code: 'tested', words: 'A hypothesis was tested' },
  { code: 'community', words: 'The community took part' },
  { code: 'partners', words: 'Partners acted, and were not only invited' },
  { code: 'follows', words: 'The responses follow from the analysis' },
  { code: 'delivered', words: 'They were delivered as planned' },
  { code: 'measured', words: 'The effect was measured against a comparison' },
  { code: 'shared', words: 'What was learnt was shared' },
] as const

/**
 * POP09 The quality of a plan: ten items, each from 0 to 4; good enough from 24 of 40 with no nought. The ten follow a
 * practice guide's rules for good problem-solving (seen in part); scale and limit are this project's [default].
 *
 * 24 without a nought: good enough. 23: not yet. 36 with a nought: not yet.
 */
export const PLAN_QUALITY = {
  code: 'PLAN-QUALITY',
  version: 1,
  title: 'Quality of the plan',
  authority: 'This project, after a practice guide on problem-solving',
  items,
  scale: ['not at all', 'hardly', 'in part', 'mostly', 'fully'],
  judgements: { good: 'good enough', 'not-yet': 'not good enough yet' },
  suggest: (answers) =>
    scoreOf({ items }, answers) >= PASS && items.every(({ code }) => (answers[code] ?? 0) > 0) ? 'good' : 'not-yet',
} as const satisfies Instrument
