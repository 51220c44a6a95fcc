import { today } from '#kernel/organisation/today.ts'
import { guardColumns } from '#kernel/records/guards.ts'
import type { RecordRow } from '#kernel/records/record.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { Forbidden } from '#platform/errors/errors.ts'
import type { PlanDetail } from '../queries/plan-model.ts'

/** Puts what a plan taught where the whole force finds it, in place of what stood there if it was closed before. */
export async function keepLesson(tx: Tx, record: RecordRow, plan: PlanDetail): Promise<void> {
  const { account } = tx.reader
  if (account === null) throw new Forbidden()
  const [area] = rowsAs<{ name: string }>(
    await tx.client.query('SELECT name FROM area WHERE id = $1', [record.guards.area]),
  )
  const done = plan.responses.filter(({ state }) => state !== 'dropped')
  const lesson = {
    title: record.title,
    problem_type: plan.problemType,
    place_type: plan.placeType,
    tactics: [...new Set(done.map(({ technique }) => technique))],
    library_tactics: [...new Set(done.flatMap(({ tactic }) => tactic ?? []))],
    words: plan.lessons ?? plan.outcomeReason ?? record.title,
    outcome: plan.outcome ?? 'abandoned',
    verdict: plan.verdict,
    held: 'not-checked',
    closed_on: today(tx),
  }
  const kept = await tx.db.updateTable('problem_lesson').set(lesson).where('plan_id', '=', record.id).executeTakeFirst()
  if (kept.numUpdatedRows > 0n) return
  await tx.db
    .insertInto('problem_lesson')
    .values({
      plan_id: record.id,
      reference: record.reference,
      area_name: area?.name ?? 'the whole force',
      written_by: account,
      ...lesson,
      ...guardColumns(record.guards),
    })
    .execute()
}
