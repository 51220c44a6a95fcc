import { refused, type Refused } from '#calculations/refusals/refused.ts'

/** Fewer than this before, and nothing can be said [default of this project's rules of evaluation]. */
export const FEWEST_BEFORE = 10

export type TooFewBefore = Refused<'too-few-before'>
export type NoComparison = Refused<'no-comparison'>

export function tooFewBefore(before: number): TooFewBefore {
  const events = before === 1 ? 'was 1 event' : `were ${before} events`
  return refused(
    'too-few-before',
    `There ${events} before, and fewer than ${FEWEST_BEFORE} show nothing: not evaluable.`,
  )
}

export function noComparison(): NoComparison {
  return refused(
    'no-comparison',
    'The comparison area had no event before or after, and shows no course to compare with.',
  )
}
