import { pauseDuty } from '#kernel/duties/pause-duty.ts'
import { resumeDuty } from '#kernel/duties/resume-duty.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { ON_HOLD, PROBLEM_DUTIES, REVIEW_RULES, STAGE_RULES } from './duty-rules.ts'

const HELD = [...Object.values(STAGE_RULES), ...Object.values(REVIEW_RULES)]

/** Stops the clocks of a plan's stage and reviews. What is overdue stays so: a hold makes nothing timely. */
export async function stopClocks(tx: Tx, plan: string): Promise<void> {
  for (const duty of await clocksOf(tx, plan, 'paused_at IS NULL AND due_at >= $3'))
    await pauseDuty(tx, PROBLEM_DUTIES, { ...duty, reason: ON_HOLD })
}

/** Lets them run on. */
export async function letClocksRun(tx: Tx, plan: string): Promise<void> {
  for (const duty of await clocksOf(tx, plan, 'paused_at IS NOT NULL AND paused_at <= $3'))
    await resumeDuty(tx, PROBLEM_DUTIES, duty)
}

async function clocksOf(tx: Tx, plan: string, which: string) {
  return rowsAs<{ id: string; version: number }>(
    await tx.client.query(
      `SELECT id, version FROM duty WHERE record_id = $1 AND rule = ANY ($2) AND ended_at IS NULL AND ${which} ORDER BY id`,
      [plan, HELD, tx.now],
    ),
  )
}
