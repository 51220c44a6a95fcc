import { randomUUID } from 'node:crypto'
import type { Tx } from '#platform/db/transaction.ts'
import { Conflict } from '#platform/errors/errors.ts'
import { refuseOn } from '../organisation/rules/rule.ts'
import { guardColumns } from '../records/guards.ts'
import { isOpen, lockDuty } from './duty.ts'
import { noteOnRecord } from './record-note.ts'
import { reckonAnew } from './reckon.ts'
import type { DutyRules } from './registry.ts'
import { pauseOf } from './rules/dut03-pause.ts'
import { isOwedBy } from './rules/owed-by.ts'

export const OVER = 'This is not owed any more: it was met, waived or replaced. Open it again to see how it stands.'

export interface DutyAct {
  readonly id: string
  readonly version: number
}

/**
 * Stops the clock of a duty from now on, for one of its rule's reasons. While it is stopped it has no due time. Throws
 * NotFound, Conflict, or RuleRefused (DUT-03).
 */
export async function pauseDuty(tx: Tx, rules: DutyRules, act: DutyAct & { readonly reason: string }): Promise<void> {
  const duty = await lockDuty(tx, act.id, act.version)
  if (!isOpen(duty)) throw new Conflict(OVER)
  refuseOn(
    pauseOf(rules.find(duty.rule, duty.ruleFrom), act.reason, {
      isTheirs: isOwedBy(duty.guards, tx.reader),
      isPaused: duty.pausedAt !== null,
      isOverdue: duty.dueAt !== null && duty.dueAt < tx.now,
    }),
  )
  await tx.db
    .insertInto('duty_pause')
    .values({
      id: randomUUID(),
      duty_id: duty.id,
      starts_at: tx.now,
      reason: act.reason,
      paused_by: tx.reader.account,
      ...guardColumns(duty.guards),
    })
    .execute()
  await reckonAnew(tx, rules, duty, tx.now)
  await noteOnRecord(tx, duty, `Stopped the clock of a duty: ${duty.title}.`, act.reason)
}
