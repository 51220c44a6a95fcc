import { randomUUID } from 'node:crypto'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
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

/**
 * Opens many, in one statement, as the service: what follows from one happening for many, or from many that a system brought. Gives the
 * ids of those that were not open before. Throws RangeError as openDuty does.
 */
export async function openDuties(tx: Tx, rules: DutyRules, duties: readonly NewDuty[]): Promise<readonly string[]> {
  if (duties.length === 0) return []
  const holidays = await readHolidays(tx)
  const rows = duties.map((duty) => {
    const rule = rules.inForce(duty.rule, londonDateAt(duty.triggeredAt))
    const due = earliestDue([{ rule, countsFrom: countsFromOf(duty) }], [], holidays)
    return rowOf(tx, randomUUID(), duty, rule, timesOf(rule, duty.triggeredAt, due, 0, tx.now), null)
  })
  return asService(tx, async () =>
    rowsAs<{ id: string }>(
      await tx.client.query(
        `INSERT INTO duty (${COLUMNS}) SELECT ${COLUMNS} FROM json_populate_recordset(NULL::duty, $1) ON CONFLICT DO NOTHING RETURNING id`,
        [JSON.stringify(rows)],
      ),
    ).map(({ id }) => id),
  )
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
    .values(rowOf(tx, id, duty, rule, times, pausedAt))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

function rowOf({ now }: Tx, id: string, duty: NewDuty, rule: DutyRule, times: Times, pausedAt: Date | null) {
  return {
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
    opened_at: now,
    ...guardColumns(duty.guards),
  }
}

const COLUMNS = `id, rule, rule_from, record_id, subject_kind, subject_id, title, triggered_by, triggered_at, counts_from, due_at,
  paused_at, warn_at, next_look_at, crossed, opened_at, area_id, unit_id, owner_id, marking, compartment_id`
