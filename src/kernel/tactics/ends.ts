/** How a plan ends [default list]. */
export const OUTCOMES = {
  resolved: 'the problem is gone',
  reduced: 'the problem is smaller',
  'no-change': 'it made no difference',
  worse: 'it is worse',
  transferred: 'a partner has it now',
  merged: 'it is part of another plan',
  'not-a-problem': 'it was no problem',
  abandoned: 'given up',
} as const
export type Outcome = keyof typeof OUTCOMES

/** What those who worked on it say that its numbers show. */
export const VERDICTS = {
  better: 'better than without it',
  'no-difference': 'no difference that can be shown',
  worse: 'worse than without it',
  'cannot-say': 'cannot be said',
} as const

export const HELD = {
  'not-checked': 'not checked yet',
  held: 'it held',
  'not-held': 'it did not hold',
  'cannot-say': 'cannot be said',
} as const
export type Held = keyof typeof HELD
