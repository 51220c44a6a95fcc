import type { Outcome, PLACE_TYPES, PROBLEM_TYPES, SOURCES } from '../reference/lists.ts'
import type { Technique } from '../reference/techniques.ts'
import type { VICTIM_REPORTED } from '../rules/pop01-victim-reported.ts'
import type { Stage } from '../rules/pop05-stages.ts'

/** A problem of the demonstration, and how far it came. Everything in it is made up. */
export interface Case {
  readonly title: string
  readonly type: keyof typeof PROBLEM_TYPES
  readonly placeType: keyof typeof PLACE_TYPES
  readonly place: string
  readonly source: keyof typeof SOURCES
  /** Days before the last day on which it was proposed. */
  readonly began: number
  readonly at: Stage
  /** What is done, by which technique. */
  readonly response: readonly [words: string, technique: Technique, evidence: string | null]
  /** The tactic of the library that it is, where it is one. */
  readonly tactic?: string
  readonly why: string
  /** Counts before and after, there and elsewhere. */
  readonly counts?: readonly [number, number, number, number]
  readonly outcome?: Outcome
  readonly lessons?: string
  /** Neighbourhoods by name: where it was done, where nothing was, and around it; and the category that is counted. */
  readonly evaluation?: {
    readonly treated: string
    readonly comparison: readonly string[]
    readonly ring: readonly string[]
    readonly category: (typeof VICTIM_REPORTED)[number]
    readonly reason: string
  }
  /** What the check three months on said. */
  readonly held?: 'held' | 'not-held'
}
