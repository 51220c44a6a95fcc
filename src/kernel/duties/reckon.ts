import type { Tx } from '#platform/db/transaction.ts'
import type { DutyCourse } from './courses.ts'
import { readCourses } from './courses.ts'
import type { Duty } from './duty.ts'
import { saveTimes } from './duty.ts'
import { readHolidays } from './holidays.ts'
import type { DutyRules } from './registry.ts'
import { earliestDue, timesOf } from './times.ts'

export async function courseOf(tx: Tx, rules: DutyRules, duty: Duty): Promise<DutyCourse> {
  return (await readCourses(tx, rules, [duty])).get(duty.id) ?? { limits: [], pauses: [] }
}

/** Works out the times of a locked duty anew, after a pause began or ended, and keeps them. */
export async function reckonAnew(tx: Tx, rules: DutyRules, duty: Duty, pausedAt: Date | null): Promise<Date | null> {
  const { limits, pauses } = await courseOf(tx, rules, duty)
  const [own] = limits
  if (own === undefined) return duty.dueAt
  const due = earliestDue(limits, pauses, await readHolidays(tx))
  await saveTimes(tx, duty, timesOf(own.rule, duty.triggeredAt, due, duty.crossed, tx.now), pausedAt)
  return due
}
