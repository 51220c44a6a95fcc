import { learnWordWeights, sharedWords, type WordVector } from './word-weights.ts'

/** What two plans are likened by. Codes are of whatever lists the caller keeps; null: not said. */
export type PlanText = {
  readonly text: string
  readonly problemType: string | null
  readonly placeType: string | null
  readonly tactics: readonly string[]
}

export type SimilarPlan<Id> = {
  readonly id: Id
  /** From 0 (nothing in common) to 1 (the same). */
  readonly score: number
  /** Its parts before weighing, each from 0 to 1. */
  readonly parts: {
    readonly text: number
    readonly problemType: number
    readonly placeType: number
    readonly tactics: number
  }
  /** Why: the words that say most in both, and the tactics that both have. */
  readonly words: readonly string[]
  readonly sharedTactics: readonly string[]
}

/** Finds plans like another. */
export type PlanIndex<Id> = { readonly similarTo: (plan: PlanText, most: number) => SimilarPlan<Id>[] }

/** What counts for how much [default]. */
const WEIGHTS = { text: 0.5, problemType: 0.25, placeType: 0.1, tactics: 0.15 }
/** As many words as are shown as the reason. */
const WORDS = 6

/**
 * An index over plans, made once and asked often. Likeness is the cosine of their words by weight, whether the
 * problem and the place are of one type, and the share of tactics that both have (Jaccard's).
 *
 * Plans with nothing in common are not given. Whatever says who somebody is should not be in the text. The weights
 * of the four parts are this project's [default].
 */
export function createPlanIndex<Id>(plans: readonly (PlanText & { readonly id: Id })[]): PlanIndex<Id> {
  const weights = learnWordWeights(plans.map(({ text }) => text))
  const known = plans.map((plan) => ({ plan, vector: weights.vectorOf(plan.text) }))
  return {
    similarTo: (plan, most) => {
      const vector = weights.vectorOf(plan.text)
      return known
        .map((other) => liken(plan, vector, other))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, most)
    },
  }
}

function liken<Id>(
  plan: PlanText,
  vector: WordVector,
  other: { readonly plan: PlanText & { readonly id: Id }; readonly vector: WordVector },
): SimilarPlan<Id> {
  const words = sharedWords(vector, other.vector)
  const sharedTactics = [...new Set(plan.tactics)].filter((tactic) => other.plan.tactics.includes(tactic))
  const tactics = new Set([...plan.tactics, ...other.plan.tactics]).size
  const same = (a: string | null, b: string | null) => (a !== null && a === b ? 1 : 0)
  const parts = {
    text: Math.min(
      1,
      words.reduce((sum, { adds }) => sum + adds, 0),
    ),
    problemType: same(plan.problemType, other.plan.problemType),
    placeType: same(plan.placeType, other.plan.placeType),
    tactics: tactics === 0 ? 0 : sharedTactics.length / tactics,
  }
  const score =
    WEIGHTS.text * parts.text +
    WEIGHTS.problemType * parts.problemType +
    WEIGHTS.placeType * parts.placeType +
    WEIGHTS.tactics * parts.tactics
  return { id: other.plan.id, score, parts, words: words.slice(0, WORDS).map(({ word }) => word), sharedTactics }
}
