import type { Finding } from '#kernel/organisation/rules/rule.ts'

/** How somebody can know that two are not one: said as a code, so that the audit can hold it. */
export const WAYS_TO_KNOW = {
  'birth-date': 'Another date of birth, from a document',
  met: 'I have met both',
  told: 'They, or somebody who knows them, said so',
  elsewhere: 'The other was somewhere else at the time',
  other: 'Something else, which I write in a note',
} as const

/** The score from which somebody is so like who is being entered that they may well be the same. */
const LIKELY = 85
/** So many are shown at most: more are not looked at, and a date of birth makes them fewer. */
export const MOST_SHOWN = 6

export function isLikely({ score }: { readonly score: number }): boolean {
  return score >= LIKELY
}

/**
 * ENT01 Nobody is entered while somebody very like them has not been looked at: each who is shown must be said to be somebody
 * else. Whoever came to be known since the form was opened is shown then.
 */
export function notLookedAt(likely: readonly number[], different: readonly number[]): Finding | null {
  const left = likely.filter((one) => !different.includes(one)).length
  if (left === 0) return null
  const who = left === 1 ? 'one person' : `${left} people`
  return {
    rule: 'ENT01',
    message: `There is ${who} very like this one. Look at each under “Same person?”: open the record that is theirs, or tick that it is somebody else.`,
  }
}

/** ENT02 Whoever says that somebody else is meant says how they know. */
export function waySaid(likely: readonly number[], how: keyof typeof WAYS_TO_KNOW | null): Finding | null {
  if (likely.length === 0 || how !== null) return null
  return { rule: 'ENT02', message: 'Say how you know that it is somebody else.' }
}
