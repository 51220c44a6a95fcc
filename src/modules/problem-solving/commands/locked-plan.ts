import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { changeRecord, lockRecord, type RecordRow } from '#kernel/records/record.ts'
import { addEntry, type NewEntry } from '#kernel/records/timeline.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { RuleRefused } from '#platform/errors/errors.ts'
import type { PlanDetail } from '../queries/plan-model.ts'
import { readPlan } from '../queries/read-plan.ts'
import { stillWorkedOn } from '../rules/pop13-worked-on.ts'
import { isStage, stageAfter, type Move, type Stage } from '../rules/pop05-stages.ts'

export interface LockedPlan {
  readonly record: RecordRow
  readonly stage: Stage
  readonly plan: PlanDetail
}

/** The plan, locked and not changed since `seen`. Throws NotFound and Conflict. */
export async function lockPlan(tx: Tx, id: string, seen: number): Promise<LockedPlan> {
  const record = await lockRecord(tx, 'problem-plan', id, seen)
  return { record, stage: isStage(record.stage) ? record.stage : 'proposed', plan: await readPlan(tx, id) }
}

/** The same, of one that is worked on. Throws RuleRefused (POP13) besides. */
export async function lockWorkedPlan(tx: Tx, id: string, seen: number): Promise<LockedPlan> {
  const locked = await lockPlan(tx, id, seen)
  refuseOn(stillWorkedOn(locked.stage))
  return locked
}

/** The stage that the move leads to. Throws RuleRefused (POP05) where it cannot be made. */
export function stageOrRefused(stage: Stage, move: Move): Stage {
  const next = stageAfter(stage, move)
  if (typeof next === 'string') return next
  throw new RuleRefused(next.rule, next.message)
}

/** Saves what the plan has beyond its record, the record's next version, and the line of the timeline. */
export async function savePlan(
  tx: Tx,
  { record }: Pick<LockedPlan, 'record'>,
  columns: Readonly<Record<string, unknown>>,
  entry: NewEntry,
  change: { readonly stage?: Stage; readonly closedAt?: Date | null; readonly words?: string } = {},
): Promise<void> {
  if (Object.keys(columns).length > 0)
    await tx.db.updateTable('problem_plan').set(columns).where('id', '=', record.id).execute()
  await changeRecord(tx, record, change)
  await addEntry(tx, record.id, record.guards, entry)
}
