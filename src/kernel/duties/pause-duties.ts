import { randomUUID } from 'node:crypto'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { guardColumns } from '../records/guards.ts'
import { readCourses } from './courses.ts'
import { isOpen, lockDuties } from './duty.ts'
import { endPause } from './meet-duty.ts'
import { reckonAll } from './reckon.ts'
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
  if (duties.length === 0) return []
  return asService(tx, async () => {
    const stopped = (await lockDuties(tx, duties)).filter((duty) => {
      const facts = {
        isTheirs: true,
        isPaused: duty.pausedAt !== null,
        isOverdue: duty.dueAt !== null && duty.dueAt < tx.now,
      }
      return isOpen(duty) && pauseOf(rules.find(duty.rule, duty.ruleFrom), reason, facts) === null
    })
    if (stopped.length === 0) return []
    await tx.db
      .insertInto('duty_pause')
      .values(
        stopped.map(({ id, guards }) => ({
          id: randomUUID(),
          duty_id: id,
          starts_at: tx.now,
          reason,
          paused_by: tx.reader.account,
          ...guardColumns(guards),
        })),
      )
      .execute()
    await reckonAll(tx, rules, stopped, tx.now)
    return stopped.map(({ id }) => id)
  })
}

/** Lets the clocks of those of these duties that stand run on from now, for the same reason. Gives which. */
export async function resumeDuties(tx: Tx, rules: DutyRules, duties: readonly string[]): Promise<readonly string[]> {
  if (duties.length === 0) return []
  return asService(tx, async () => {
    const resumed = (await lockDuties(tx, duties)).filter((duty) => isOpen(duty) && duty.pausedAt !== null)
    const courses = await readCourses(tx, rules, resumed)
    const pauses = [...courses.values()].flatMap((course) => course.pauses)
    await endPause(
      tx,
      pauses.filter(({ to }) => to === null).map((pause) => pause.duty),
    )
    await reckonAll(tx, rules, resumed, null)
    return resumed.map(({ id }) => id)
  })
}
