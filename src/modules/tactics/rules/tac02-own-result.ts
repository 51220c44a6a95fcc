import type { Held, Outcome } from '#kernel/tactics/ends.ts'

/** A plan that used a tactic: whether it has ended, how, and whether that held. */
export interface Use {
  readonly ended: boolean
  readonly outcome: Outcome | null
  readonly held: Held
}

export interface OwnResult {
  readonly used: number
  readonly open: number
  /** Of those that ended: the problem gone or smaller; no change or worse; otherwise. */
  readonly better: number
  readonly notBetter: number
  readonly otherwise: number
  readonly held: number
  readonly notHeld: number
}

const BETTER: readonly (Outcome | null)[] = ['resolved', 'reduced']
const NOT_BETTER: readonly (Outcome | null)[] = ['no-change', 'worse']

/**
 * TAC02 The force’s own result with a tactic: counts of the plans that used it, and no more. A plan has other responses too, so
 * nothing of this says that the tactic did it. What went to a partner, was merged, was no problem or was given up says nothing
 * of the tactic. [default]
 *
 * One open, one reduced that held, one without change: 3 used, 1 open, 1 better, 1 not better, 1 held.
 */
export function ownResult(uses: readonly Use[]): OwnResult {
  const ended = uses.filter((use) => use.ended)
  const of = (outcomes: readonly (Outcome | null)[]) => ended.filter(({ outcome }) => outcomes.includes(outcome)).length
  const [better, notBetter] = [of(BETTER), of(NOT_BETTER)]
  return {
    used: uses.length,
    open: uses.length - ended.length,
    better,
    notBetter,
    otherwise: ended.length - better - notBetter,
    held: ended.filter(({ held }) => held === 'held').length,
    notHeld: ended.filter(({ held }) => held === 'not-held').length,
  }
}
