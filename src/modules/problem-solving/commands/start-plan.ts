import type { Guards } from '#kernel/records/guards.ts'
import { guardColumns } from '#kernel/records/guards.ts'
import { openRecord } from '#kernel/records/record.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { PLACE_TYPES, SOURCES } from '../reference/lists.ts'
import { PROBLEM_TYPES, type ProblemType } from '../reference/lists.ts'
import type { Stage } from '../rules/pop05-stages.ts'

export interface NewPlan {
  readonly title: string
  readonly problemType: ProblemType
  readonly placeType: keyof typeof PLACE_TYPES
  readonly place: string
  readonly source: keyof typeof SOURCES
  readonly stage: Extract<Stage, 'proposed' | 'objective'>
  readonly guards: Guards
}

/** Opens the record of a plan and what a plan has beyond it. Gives its id. */
export async function startPlan(tx: Tx, { title, stage, guards, ...plan }: NewPlan): Promise<string> {
  const words = `${PROBLEM_TYPES[plan.problemType]} ${plan.place}`
  const { id } = await openRecord(tx, { kind: 'problem-plan', title, stage, words, guards })
  await tx.db
    .insertInto('problem_plan')
    .values({
      id,
      problem_type: plan.problemType,
      place_type: plan.placeType,
      place: plan.place,
      source: plan.source,
      ...guardColumns(guards),
    })
    .execute()
  return id
}
