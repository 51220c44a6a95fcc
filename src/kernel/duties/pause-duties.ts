import { randomUUID } from 'node:crypto'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { guardColumns } from '../records/guards.ts'
import { isOpen, lockDuty } from './duty.ts'
import { endPause } from './meet-duty.ts'
import { courseOf, reckonAnew } from './reckon.ts'
import type { DutyRules } from './registry.ts'
import { pauseOf } from './rules/dut03-pause.ts'

/**
 * Stops the clocks of those of these duties whose rules allow it for the reason, from now on: what happened stops them, so
 * whoever says it need not owe them. What is overdue, stopped or over already stays as it is (DUT-03). Gives which were stopped.
 */
export async function pauseDuties(
  tx: Tx,
  rules: DutyRules,
  duties: readonly string[],
  reason: string,
): Promise<readonly string[]> {
  return asService(tx, async () => {
    const stopped: string[] = []
    for (const id of duties) {
      const duty = await lockDuty(tx, id)
      const facts = {
        isTheirs: true,
        isPaused: duty.pausedAt !== null,
        isOverdue: duty.dueAt !== null && duty.dueAt < tx.now,
      }
      if (!isOpen(duty) || pauseOf(rules.find(duty.rule, duty.ruleFrom), reason, facts) !== null) continue
      await tx.db
        .insertInto('duty_pause')
        .values({
          id: randomUUID(),
          duty_id: id,
          starts_at: tx.now,
          reason,
          paused_by: tx.reader.account,
          ...guardColumns(duty.guards),
        })
        .execute()
      await reckonAnew(tx, rules, duty, tx.now)
      stopped.push(id)
    }
    return stopped
  })
}

/** Lets the clocks of those of these duties that stand run on from now, for the same reason. Gives which. */
export async function resumeDuties(tx: Tx, rules: DutyRules, duties: readonly string[]): Promise<readonly string[]> {
  return asService(tx, async () => {
    const resumed: string[] = []
    for (const id of duties) {
      const duty = await lockDuty(tx, id)
      if (!isOpen(duty) || duty.pausedAt === null) continue
      const { pauses } = await courseOf(tx, rules, duty)
      await endPause(
        tx,
        pauses.filter(({ to }) => to === null).map((pause) => pause.duty),
      )
      await reckonAnew(tx, rules, duty, null)
      resumed.push(id)
    }
    return resumed
  })
}
