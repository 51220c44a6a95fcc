import { randomUUID } from 'node:crypto'
import { guardColumns } from '#kernel/records/guards.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { Forbidden } from '#platform/errors/errors.ts'
import type { OpenDuty } from '../duties/owed.ts'
import type { Result, Way } from '../rules/contact-results.ts'
import type { LockedVictim } from './locked-victim.ts'

interface NewContact {
  readonly way: Way
  readonly result: Result
  readonly words: string
  /** Ids of what it met. */
  readonly duties: readonly string[]
}

/** Writes down a contact, now and in the name of whoever acts. Gives its id. */
export async function keepContact(tx: Tx, { record }: LockedVictim, contact: NewContact): Promise<string> {
  const { account } = tx.reader
  if (account === null) throw new Forbidden()
  const id = randomUUID()
  await tx.db
    .insertInto('victim_contact')
    .values({
      id,
      victim_id: record.id,
      at: tx.now,
      by_account: account,
      ...contact,
      duties: [...contact.duties],
      ...guardColumns(record.guards),
    })
    .execute()
  return id
}

/** A contact that told them that their review or their complaint arrived has acknowledged it. */
export async function noteAcknowledged(
  tx: Tx,
  victim: string,
  met: readonly Pick<OpenDuty, 'rule' | 'subject'>[],
): Promise<void> {
  for (const [table, rule] of [
    ['victim_review', 'VC19'],
    ['victim_complaint', 'VC39'],
  ] as const) {
    const events = met.filter((duty) => duty.rule.startsWith(rule)).map(({ subject }) => subject.split('/')[1] ?? '')
    if (events.length === 0) continue
    await tx.db
      .updateTable(table)
      .set({ acknowledged_at: tx.now })
      .where('victim_id', '=', victim)
      .where('event_id', 'in', events)
      .where('acknowledged_at', 'is', null)
      .execute()
  }
}
