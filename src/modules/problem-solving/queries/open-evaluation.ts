import { z } from 'zod'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { query } from '#kernel/operations.ts'
import { readHead, recordHead } from '#kernel/records/head.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { keysOf } from '#platform/edge.ts'
import { optionalId } from '#platform/forms/fields.ts'
import { planId } from '../commands/plan-fields.ts'
import { HELD } from '../reference/lists.ts'
import { mayBeEvaluated } from '../rules/pop15-evaluable.ts'
import { heldByCounts } from '../rules/pop18-held-by-counts.ts'
import { isStage } from '../rules/pop05-stages.ts'
import { evaluatePlan } from './evaluate-plan.ts'
import { evaluationsOf } from './evaluation-definitions.ts'
import {
  evaluationDefinition,
  evaluationFound,
  type EvaluationDefinition,
  type EvaluationFound,
} from './evaluation-model.ts'

/** Whether a closed plan held by its counts, and why that is said. */
export const heldView = z.object({ held: z.enum(keysOf(HELD)), words: z.string() })

export const openEvaluation = query({
  name: 'problem.evaluation',
  summary: 'Open the evaluation of a problem plan: counted now, from the rows that you may see',
  input: z.object({ id: planId, version: optionalId('Version') }),
  output: z.object({
    head: recordHead,
    /** Whether it can be chosen, or chosen anew, at the plan’s stage. */
    evaluable: z.boolean(),
    /** Null where nobody has chosen yet. */
    definition: evaluationDefinition.nullable(),
    versions: z.array(evaluationDefinition.pick({ version: true, chosenBy: true, chosenAt: true })).readonly(),
    found: evaluationFound.nullable(),
    held: heldView.nullable(),
  }),
  access: { staff: 'any' },
  purpose: 'problem solving',
  audit: {
    event: 'problem.evaluation-opened',
    subjects: ({ id }) => [{ kind: 'problem-plan', id }],
    detail: (_, { definition }) => ({ version: definition?.version ?? null }),
  },
  async run(tx, { id, version }) {
    const head = await readHead(tx, 'problem-plan', id)
    const versions = await evaluationsOf(tx, id)
    const definition = versions.find((one) => version === null || one.version === version) ?? null
    if (definition === null && version !== null) throw new NotFound({ kind: 'problem-plan', id })
    const found = definition === null ? null : await evaluatePlan(tx, definition)
    return {
      head,
      evaluable: isStage(head.stage) && mayBeEvaluated(head.stage),
      definition,
      versions,
      found,
      held: definition === null || found === null ? null : heldOf(head, definition, found),
    }
  },
})

/** For the plan's own page: whether a closed plan held by the latest evaluation; null where it is open, or nobody chose one. */
export async function heldByEvaluation(
  tx: Tx,
  head: { readonly id: string; readonly stage: string; readonly closedAt: string | null },
): Promise<z.output<typeof heldView> | null> {
  if (head.stage !== 'closed') return null
  const [definition] = await evaluationsOf(tx, head.id)
  return definition === undefined ? null : heldOf(head, definition, await evaluatePlan(tx, definition))
}

function heldOf(
  { stage, closedAt }: { readonly stage: string; readonly closedAt: string | null },
  { afterTo }: EvaluationDefinition,
  found: EvaluationFound,
) {
  if (stage !== 'closed' || closedAt === null) return null
  const verdict = found.kind === 'refused' ? 'refused' : found.result.verdict
  return heldByCounts({ closedOn: londonDateAt(new Date(closedAt)), afterTo, verdict })
}
