import { z } from 'zod'
import { assessmentsOf, assessmentView } from '#kernel/assessments/list.ts'
import { query } from '#kernel/operations.ts'
import { readParts, recordParts } from '#kernel/records/parts.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { planId } from '../commands/plan-fields.ts'
import { CHECK_RULES } from '../duties/duty-rules.ts'
import { effectWords } from '../rules/pop11-effect.ts'
import { missingAt } from '../rules/pop04-gates.ts'
import { isStage, isWorked, STAGES } from '../rules/pop05-stages.ts'
import { PLAN_QUALITY } from '../rules/pop09-quality.ts'
import { candidateView } from './candidate-model.ts'
import { findCandidates } from './candidate-rows.ts'
import { heldByEvaluation, heldView } from './open-evaluation.ts'
import { planDetail } from './plan-model.ts'
import { gateFacts, readPlan } from './read-plan.ts'
import { similarPlan, similarPlans } from './similar-plans.ts'

const dueView = z.object({ id: z.string(), rule: z.string(), title: z.string(), dueAt: z.iso.datetime().nullable() })

export const planPageModel = z.object({
  parts: recordParts,
  stage: z.enum(keysOf(STAGES)),
  plan: planDetail,
  /** What this stage still lacks before it can be left. */
  missing: z.array(z.string()).readonly(),
  /** What the counts show, in a sentence. */
  effect: z.string().nullable(),
  duties: z.array(dueView).readonly(),
  checkOwed: z.boolean(),
  /** Of a closed plan: whether it held by the counts of its evaluation; null where there is none. */
  heldByCounts: heldView.nullable(),
  quality: z.array(assessmentView).readonly(),
  candidates: z.array(candidateView).readonly(),
  similar: z.array(similarPlan).readonly(),
})
export type PlanPageModel = z.output<typeof planPageModel>

export const openPlan = query({
  name: 'problem.open',
  summary: 'Open a problem plan: its stages, what is owed, its actions and evidence, and who solved this before',
  input: z.object({
    id: planId,
    /** The entry of the timeline after which an older page of it begins. */
    after: z.uuid().optional(),
  }),
  output: planPageModel,
  access: { staff: 'any' },
  purpose: 'problem solving',
  audit: { event: 'problem.opened', subjects: ({ id }) => [{ kind: 'problem-plan', id }] },
  run: (tx, { id, after }) => readPage(tx, id, after ?? null),
})

/** Throws NotFound, whether there is none or it is out of this reader's reach. */
export async function readPage(tx: Tx, id: string, after: string | null = null): Promise<PlanPageModel> {
  const parts = await readParts(tx, 'problem-plan', id, after)
  const plan = await readPlan(tx, id)
  const stage = isStage(parts.head.stage) ? parts.head.stage : 'proposed'
  const duties = await dutiesOf(tx, id)
  const text = [parts.head.title, plan.place, plan.events, plan.whenWhere, plan.whoHarmed, plan.lessons].join(' ')
  const tactics = plan.responses.map(({ technique }) => technique)
  return {
    parts,
    stage,
    plan,
    missing: isWorked(stage) ? missingAt(stage, gateFacts(plan, parts.head.owner)) : [],
    effect: effectWords(plan),
    duties,
    checkOwed: duties.some(({ rule }) => Object.values(CHECK_RULES).some((check) => check === rule)),
    heldByCounts: await heldByEvaluation(tx, parts.head),
    quality: await assessmentsOf(tx, id, PLAN_QUALITY.code),
    candidates: await findCandidates(tx, { plan: id }),
    similar: await similarPlans(tx, { text, problemType: plan.problemType, placeType: plan.placeType, tactics }, id),
  }
}

async function dutiesOf(tx: Tx, plan: string) {
  const rows = rowsAs<{ id: string; rule: string; title: string; dueAt: Date | null }>(
    await tx.client.query(
      `SELECT id, rule, title, due_at AS "dueAt" FROM duty WHERE record_id = $1 AND ended_at IS NULL ORDER BY list_at, id`,
      [plan],
    ),
  )
  return rows.map((row) => ({ ...row, dueAt: row.dueAt?.toISOString() ?? null }))
}
