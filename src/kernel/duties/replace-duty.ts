import { randomUUID } from 'node:crypto'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { Conflict } from '#platform/errors/errors.ts'
import { courseOf } from './reckon.ts'
import { isOpen, lockDuty, type Duty } from './duty.ts'
import { readHolidays } from './holidays.ts'
import { countsFromOf, insertDuty, type NewDuty } from './open-duty.ts'
import { OVER } from './pause-duty.ts'
import type { DutyRules } from './registry.ts'
import { earliestDue, timesOf } from './times.ts'

export interface Replacement {
  readonly id: string
  readonly dueAt: Date | null
}

/**
 * Puts a duty in the place of an open one, because what is owed changed (a victim's category went up or down). The earlier
 * of the old limit and the new holds, so that no change makes an open limit longer. The old one is kept. Throws NotFound,
 * Conflict.
 */
export async function supersedeDuty(
  tx: Tx,
  rules: DutyRules,
  old: string,
  next: NewDuty,
  reason: string,
): Promise<Replacement> {
  return asService(tx, async () => {
    const duty = await lockDuty(tx, old)
    if (!isOpen(duty)) throw new Conflict(OVER)
    return replace(tx, rules, { duty, next, reason, kind: 'changed' })
  })
}

/**
 * What started a duty turns out to have been at another time, or its event is moved: reckons it anew from there, by the rule
 * that governed that day, and keeps the old one. One that was met or waived is then met or waived in the same moment, which
 * may be late now, or in time. Throws NotFound, or Conflict where it was replaced already.
 */
export async function correctTrigger(
  tx: Tx,
  rules: DutyRules,
  old: string,
  to: { readonly triggeredAt: Date; readonly countsFrom?: Date | null; readonly reason: string },
): Promise<Replacement> {
  return asService(tx, async () => {
    const duty = await lockDuty(tx, old)
    if (duty.supersededAt !== null) throw new Conflict(OVER)
    const { rule, subject, record, triggeredBy, title, guards } = duty
    const start = { triggeredAt: to.triggeredAt, ...(to.countsFrom !== undefined && { countsFrom: to.countsFrom }) }
    const next = { rule, subject, record, triggeredBy, title, guards, ...start }
    const made = await replace(tx, rules, { duty, next, reason: to.reason, kind: 'corrected' })
    if (!isOpen(duty)) await endAs(tx, made.id, duty.id)
    return made
  })
}

interface Change {
  readonly duty: Duty
  readonly next: NewDuty
  readonly reason: string
  readonly kind: 'changed' | 'corrected'
}

async function replace(tx: Tx, rules: DutyRules, { duty, next, reason, kind }: Change): Promise<Replacement> {
  const rule = rules.inForce(next.rule, londonDateAt(next.triggeredAt))
  const { limits, pauses } = await courseOf(tx, rules, duty)
  const binding = kind === 'changed' ? limits : limits.slice(1)
  const due = earliestDue([{ rule, countsFrom: countsFromOf(next) }, ...binding], pauses, await readHolidays(tx))
  // What was told of the old is not told again of the new, so far as it is true of it.
  const times = timesOf(rule, next.triggeredAt, due, duty.crossed, tx.now)
  const id = randomUUID()
  const end = `UPDATE duty SET superseded_at = $2, superseded_reason = $3, superseded_kind = $4, paused_at = NULL,
    next_look_at = NULL,
    version = version + 1 WHERE id = $1`
  await tx.client.query(end, [duty.id, tx.now, reason, kind])
  if (!(await insertDuty(tx, id, next, rule, times, duty.pausedAt)))
    throw new Conflict('The same duty is open already from that start. Open it to see how it stands.')
  await tx.client.query('UPDATE duty SET superseded_by = $2 WHERE id = $1', [duty.id, id])
  return { id, dueAt: due }
}

/** Ends the new one as the old one had ended. */
async function endAs(tx: Tx, id: string, old: string): Promise<void> {
  await tx.client.query(
    `UPDATE duty d SET met_at = o.met_at, met_by = o.met_by, met_how = o.met_how, waived_at = o.waived_at,
      waived_by = o.waived_by, waived_rank = o.waived_rank, waived_reason = o.waived_reason, next_look_at = NULL
    FROM duty o WHERE d.id = $1 AND o.id = $2`,
    [id, old],
  )
}
