import { randomUUID } from 'node:crypto'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { oweFor } from '../../duties/owed.ts'
import type { OwedVictim } from '../../duties/owed-victim.ts'
import { momentOf } from '../fields.ts'

/**
 * Keeps on the case that the victim asked or complained, and opens what is owed from that day: the day counts, of its time nothing
 * is known but where it is today. Gives the id of the event.
 */
export async function keepAsked(
  tx: Tx,
  victim: OwedVictim,
  { kind, on, account }: { readonly kind: 'review-asked' | 'complaint'; readonly on: string; readonly account: string },
): Promise<string> {
  const event = randomUUID()
  const isToday = on === londonDateAt(tx.now)
  const noon = momentOf(on, '12:00')
  // Not before the report, where that was later on the same day.
  const happenedAt = isToday ? tx.now : noon < victim.reportedAt ? victim.reportedAt : noon
  await tx.db
    .insertInto('case_event')
    .values({
      id: event,
      occurrence_id: victim.occurrence,
      victim_id: victim.id,
      kind,
      happened_at: happenedAt,
      received_at: tx.now,
      source: 'hand',
      logged_by: account,
      logged_at: tx.now,
    })
    .execute()
  await oweFor(tx, victim, { id: event, kind, happenedAt, receivedAt: tx.now })
  return event
}
