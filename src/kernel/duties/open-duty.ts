import { randomUUID } from 'node:crypto'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { guardColumns, type Guards } from '../records/guards.ts'
import type { DutySubject } from './duty.ts'
import { readHolidays } from './holidays.ts'
import type { DutyRules } from './registry.ts'
import type { DutyRule } from './rule.ts'
import { earliestDue, timesOf, type Times } from './times.ts'

/** What happened, and what is owed since. */
export interface NewDuty {
  /** Public code: the version in force on the day of the trigger governs. */
  readonly rule: string
  readonly subject: DutySubject
  /** The record that it belongs to, if it does. */
  readonly record: string | null
  /** Name of the event: `finding.imported`. */
  readonly triggeredBy: string
  readonly triggeredAt: Date
  /** From when the clock counts, where that is not the trigger: the event it comes before (null: no date yet), or last done. */
  readonly countsFrom?: Date | null
  /** In place of the rule's own title. */
  readonly title?: string
  readonly guards: Guards
}

export interface OpenedDuty {
  readonly id: string
  /** False: the same had been opened before, and nothing was. Then `id` names nothing. */
  readonly opened: boolean
  readonly dueAt: Date | null
}

/**
 * Opens a duty in the transaction of what starts it. The same event twice opens one. Throws RangeError when no version of
 * the rule governs the day of the trigger.
 */
export async function openDuty(tx: Tx, rules: DutyRules, duty: NewDuty): Promise<OpenedDuty> {
  const rule = rules.inForce(duty.rule, londonDateAt(duty.triggeredAt))
  const limit = { rule, countsFrom: countsFromOf(duty) }
  const due = earliestDue([limit], [], await readHolidays(tx))
  const id = randomUUID()
  const opened = await insertDuty(tx, id, duty, rule, timesOf(rule, duty.triggeredAt, due, 0, tx.now))
  return { id, opened, dueAt: due }
}

export function countsFromOf({ countsFrom, triggeredAt }: Pick<NewDuty, 'countsFrom' | 'triggeredAt'>): Date | null {
  return countsFrom === undefined ? triggeredAt : countsFrom
}

/**
 * Writes the row; false where there is one for the same rule, subject and trigger. Neither returns a column nor names the
 * index: that would ask whether whoever did this may read what they opened, which may lie beyond their reach.
 */
export async function insertDuty(
  tx: Tx,
  id: string,
  duty: NewDuty,
  rule: DutyRule,
  times: Times,
  pausedAt: Date | null = null,
): Promise<boolean> {
  const result = await tx.db
    .insertInto('duty')
    .values({
      id,
      rule: rule.code,
      rule_from: rule.from,
      record_id: duty.record,
      subject_kind: duty.subject.kind,
      subject_id: duty.subject.id,
      title: duty.title ?? rule.title,
      triggered_by: duty.triggeredBy,
      triggered_at: duty.triggeredAt,
      counts_from: countsFromOf(duty),
      due_at: times.dueAt,
      paused_at: pausedAt,
      warn_at: times.warnAt,
      next_look_at: times.nextLookAt,
      crossed: times.crossed,
      opened_at: tx.now,
      ...guardColumns(duty.guards),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}
