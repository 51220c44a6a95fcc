import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import type { RecordRow } from '#kernel/records/record.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { text } from '#platform/forms/fields.ts'
import { openReviews, openStage } from '../duties/owed.ts'
import { ranked } from '../rules/pop06-who.ts'
import { DECIDERS } from '../workers.ts'
import { lockPlan, savePlan, stageOrRefused } from './locked-plan.ts'
import { aboutPlan, planChanged, planSeen } from './plan-fields.ts'

/** From now on it is worked on: its first stage and its reviews are owed. */
export async function beginWork(tx: Tx, plan: Pick<RecordRow, 'id' | 'title' | 'guards'>, by: string): Promise<void> {
  await openStage(tx, plan, 'objective', by)
  await openReviews(tx, plan, by)
}

export const acceptPlan = command({
  name: 'problem.accept',
  summary: 'Accept a proposed problem: it is worked on from now on',
  input: z.object(planSeen),
  output: planChanged,
  access: { staff: DECIDERS },
  purpose: 'problem solving',
  audit: { event: 'problem.accepted', subjects: aboutPlan },
  async run(tx, { id, version }) {
    const locked = await lockPlan(tx, id, version)
    const stage = stageOrRefused(locked.stage, 'accept')
    refuseOn(ranked('accept', tx.reader))
    await savePlan(tx, locked, {}, { kind: 'stage', words: 'Accepted: the objective comes first.' }, { stage })
    await beginWork(tx, locked.record, 'problem.accepted')
    return { id }
  },
})

export const rejectPlan = command({
  name: 'problem.reject',
  summary: 'Reject a proposed problem, with the reason',
  input: z.object({ ...planSeen, reason: text('Reason', 2000) }),
  output: planChanged,
  access: { staff: DECIDERS },
  purpose: 'problem solving',
  audit: { event: 'problem.rejected', subjects: aboutPlan },
  async run(tx, { id, version, reason }) {
    const locked = await lockPlan(tx, id, version)
    const stage = stageOrRefused(locked.stage, 'reject')
    refuseOn(ranked('accept', tx.reader))
    await savePlan(tx, locked, {}, { kind: 'closed', words: 'Rejected.', reason }, { stage, closedAt: tx.now })
    return { id }
  },
})
