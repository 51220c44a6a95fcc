import { z } from 'zod'
import { createPlanIndex, type PlanText } from '#calculations/similarity/similar-plans.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { HELD, OUTCOMES, VERDICTS } from '../reference/lists.ts'

/** A closed plan of anywhere in the force that is like another: how it ended, and whether that held. */
export const similarPlan = z.object({
  reference: z.string(),
  title: z.string(),
  areaName: z.string(),
  closedOn: z.string(),
  words: z.string(),
  outcome: z.enum(keysOf(OUTCOMES)),
  verdict: z.enum(keysOf(VERDICTS)).nullable(),
  held: z.enum(keysOf(HELD)),
  /** From 0 to 1, and why: the words that say most in both, and what both did. */
  score: z.number(),
  alike: z.array(z.string()).readonly(),
  sharedTactics: z.array(z.string()).readonly(),
  /** The plan itself, where the reader may open it. */
  plan: z.string().nullable(),
})
export type SimilarPlan = z.output<typeof similarPlan>

type Lesson = Omit<SimilarPlan, 'score' | 'alike' | 'sharedTactics'> & {
  readonly id: string
  readonly problemType: string
  readonly placeType: string
  readonly tactics: readonly string[]
}

const SHOWN = 5
/** Below this two plans have little more than words in common that all plans have [default]. */
const LEAST = 0.15

/**
 * Who solved this before: the lessons that this reader may see which are most like the plan, not its own. They name nobody; the
 * plan that each came from opens only to those in whose reach it is.
 */
export async function similarPlans(tx: Tx, plan: PlanText, except: string | null): Promise<readonly SimilarPlan[]> {
  const lessons = rowsAs<Lesson>(
    await tx.client.query(
      `SELECT l.plan_id AS id, l.reference, l.title, l.problem_type AS "problemType", l.place_type AS "placeType", l.tactics,
        l.words, l.outcome, l.verdict, l.held, l.area_name AS "areaName", l.closed_on::text AS "closedOn", r.id AS plan
      FROM problem_lesson l LEFT JOIN record r ON r.id = l.plan_id
      WHERE l.plan_id IS DISTINCT FROM $1 ORDER BY l.closed_on DESC, l.plan_id`,
      [except],
    ),
  )
  const byId = new Map(lessons.map((lesson) => [lesson.id, lesson]))
  const index = createPlanIndex(lessons.map((lesson) => ({ ...lesson, text: `${lesson.title} ${lesson.words}` })))
  return index
    .similarTo(plan, SHOWN)
    .filter(({ score }) => score >= LEAST)
    .flatMap(({ id, score, words, sharedTactics }) => {
      const lesson = byId.get(id)
      if (lesson === undefined) return []
      const { id: _id, problemType: _type, placeType: _place, tactics: _tactics, ...shown } = lesson
      return [{ ...shown, score, alike: words, sharedTactics }]
    })
}
