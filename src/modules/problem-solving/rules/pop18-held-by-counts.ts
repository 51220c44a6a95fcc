import type { Held } from '../reference/lists.ts'

export interface HeldFacts {
  /** The day on which the plan was closed, and the last of the time after. */
  readonly closedOn: string
  readonly afterTo: string
  /** What the evaluation shows now; `refused` where nothing can be said, with why. */
  readonly verdict: 'better' | 'worse' | 'not-shown' | 'refused'
}

/**
 * POP18 Whether a closed plan held, by its evaluation: only a time after that goes on beyond the day of closing says so. Better
 * than where nothing was done is held; worse is not; no difference is no effect that could have held. It stands beside what the
 * checks say and changes none of it. [default]
 *
 * Closed on 1 June, after to 31 May: cannot be said. After to 31 October and better: held.
 */
export function heldByCounts({ closedOn, afterTo, verdict }: HeldFacts): HeldSaid {
  return verdict !== 'refused' && afterTo <= closedOn ? ENDS_BEFORE : SAID[verdict]
}

interface HeldSaid {
  readonly held: Held
  readonly words: string
}

const ENDS_BEFORE: HeldSaid = {
  held: 'not-checked',
  words: 'Its evaluation ends before it was closed. Choose a later time after, to see whether it held.',
}
const SAID: Readonly<Record<HeldFacts['verdict'], HeldSaid>> = {
  better: { held: 'held', words: 'By the counts it held: still better than where nothing was done.' },
  worse: { held: 'not-held', words: 'By the counts it did not hold: it is worse than where nothing was done.' },
  'not-shown': {
    held: 'cannot-say',
    words: 'By the counts no difference is shown, so there is none that could have held.',
  },
  refused: { held: 'cannot-say', words: 'The counts do not say. Its evaluation says why.' },
}
