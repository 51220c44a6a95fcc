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
  const [due] = await reckonAll(tx, rules, [duty], pausedAt)
  return due ?? null
}

/** The same of many, in as many statements as of one. Gives when each is due now. */
export async function reckonAll(
  tx: Tx,
  rules: DutyRules,
  duties: readonly Duty[],
  pausedAt: Date | null,
): Promise<readonly (Date | null)[]> {
  if (duties.length === 0) return []
  const courses = await readCourses(tx, rules, duties)
  const holidays = await readHolidays(tx)
  const reckoned = duties.map((duty) => {
    const { limits, pauses } = courses.get(duty.id) ?? { limits: [], pauses: [] }
    const [own] = limits
    // This release has no such rule any more: it stays as it is.
    if (own === undefined) return { due: duty.dueAt, change: [] }
    const due = earliestDue(limits, pauses, holidays)
    const times = timesOf(own.rule, duty.triggeredAt, due, duty.crossed, tx.now)
    return { due, change: [{ id: duty.id, times, pausedAt }] }
  })
  await saveTimes(
    tx,
    reckoned.flatMap(({ change }) => change),
  )
  return reckoned.map(({ due }) => due)
}
