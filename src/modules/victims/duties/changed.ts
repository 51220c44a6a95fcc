import { cancelDuties } from '#kernel/duties/cancel-duties.ts'
import { lockDuty } from '#kernel/duties/duty.ts'
import { correctTrigger, supersedeDuty } from '#kernel/duties/replace-duty.ts'
import { isCourtEvent } from '#kernel/victims-code/events.ts'
import { changeOfCategory } from '#kernel/victims-code/rules/vic02-category-change.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { VICTIM_DUTIES } from './duty-rules.ts'
import { dutySubject, openDutiesOf, type Start } from './owed.ts'

/** Puts every open duty under the limits of the new category; the earlier of old and new holds (VIC-02). */
export async function changeCategory(tx: Tx, victim: string, enhanced: boolean): Promise<void> {
  for (const { id, rule, countsFrom } of await openDutiesOf(tx, victim)) {
    const change = changeOfCategory({ dutyRule: rule, countsFrom }, { enhanced, changedAt: tx.now })
    if (change === null) continue
    const old = await asService(tx, () => lockDuty(tx, id))
    const { record, subject, title, triggeredBy, triggeredAt, guards } = old
    const next = {
      record,
      subject,
      title,
      triggeredBy,
      triggeredAt,
      guards,
      rule: change.dutyRule,
      countsFrom: change.countsFrom,
    }
    await supersedeDuty(tx, VICTIM_DUTIES, id, next, enhanced ? 'Enhanced rights' : 'No enhanced rights any more')
  }
}

/** What it started never happened: nothing was owed for it, to anybody. */
export async function cancelStarted(
  tx: Tx,
  victims: readonly string[],
  start: string,
  reason: string,
): Promise<number> {
  const started = await startedBy(tx, victims, start)
  const ids = started.map(({ id }) => id)
  return (await cancelDuties(tx, ids, reason)).length
}

/** It was at another time: what it started is worked out anew from there, what was met of it included. */
export async function correctStarted(tx: Tx, victims: readonly string[], start: Start, reason: string): Promise<void> {
  const triggeredAt = isCourtEvent(start.kind) ? start.receivedAt : start.happenedAt
  for (const { id, countsFrom, triggeredAt: was } of await startedBy(tx, victims, start.id)) {
    if (was.getTime() === triggeredAt.getTime()) continue
    await correctTrigger(tx, VICTIM_DUTIES, id, { triggeredAt, reason, ...ownCount(countsFrom, was, triggeredAt) })
  }
}

/** A clock that counts from somewhere else than its start (a change of category, a sentence) goes on to, and not from before it. */
function ownCount(countsFrom: Date | null, was: Date, now: Date): { readonly countsFrom?: Date | null } {
  if (countsFrom === null) return { countsFrom }
  if (countsFrom.getTime() === was.getTime()) return {}
  return { countsFrom: countsFrom < now ? now : countsFrom }
}

interface StartedRow {
  readonly id: string
  readonly countsFrom: Date | null
  readonly triggeredAt: Date
}

function startedBy(tx: Tx, victims: readonly string[], start: string): Promise<readonly StartedRow[]> {
  const subjects = victims.map((victim) => dutySubject(victim, start).id)
  return asService(tx, async () =>
    rowsAs<StartedRow>(
      await tx.client.query(
        `SELECT id, counts_from AS "countsFrom", triggered_at AS "triggeredAt" FROM duty
        WHERE subject_kind = 'victim' AND subject_id = ANY ($1) AND superseded_at IS NULL ORDER BY id`,
        [subjects],
      ),
    ),
  )
}
