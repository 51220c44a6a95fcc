import type { ProblemType } from './problem-types.ts'

/** What reviews of research found that a tactic does to what it is aimed at. */
export const EFFECTS = {
  reduction: 'works: less of it',
  mixed: 'mixed: some studies only',
  'no-effect': 'no effect found',
  increase: 'harmful: more of it',
} as const
export type Effect = keyof typeof EFFECTS

/** How sure the reviews can be of the effect: 0 to 4, as EMMIE has it. */
export const SURENESS = ['no quality', 'weak', 'fair', 'good', 'strong'] as const
export type Sureness = 0 | 1 | 2 | 3 | 4

/**
 * A tactic as reviews of research rate it by EMMIE: effect, mechanism, moderators, implementation, economics. What is null was
 * not said in what we have.
 */
export interface Tactic {
  /** `alley-gates`: kept with responses, so it never changes its meaning. */
  readonly code: string
  readonly name: string
  /** What it is to reduce, in words. */
  readonly target: string
  /** Sorts of problem that it may speak to: our own reading [default]. */
  readonly types: readonly ProblemType[]
  readonly effect: Effect
  readonly sureness: Sureness
  /** How it is thought to work. */
  readonly mechanism: string | null
  /** Where and for whom it works better or worse. */
  readonly moderators: string | null
  /** What it takes to do it. */
  readonly implementation: string | null
  /** Whether reviews report what it costs and saves. */
  readonly costed: boolean
  /** Where the direction of the effect was seen by us; null: from knowledge, not verified. How sure is always from knowledge. */
  readonly seenIn: string | null
  /** A study beyond the reviews that the rating leans on. */
  readonly study?: string
}

/** Whether the direction of its effect was seen in a source, or is from knowledge. */
export function markOf({ seenIn }: Pick<Tactic, 'seenIn'>): 'seen' | 'unverified' {
  return seenIn === null ? 'unverified' : 'seen'
}
