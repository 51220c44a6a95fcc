import { lastSecondOfLondonDay } from '#calculations/calendar/london-time.ts'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { meetDuty } from '#kernel/duties/meet-duty.ts'
import { openDuty } from '#kernel/duties/open-duty.ts'
import type { Guards } from '#kernel/records/guards.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { findingDuties } from '../rules/owed.ts'

/** An imported finding must be answered; until somebody owns it, by whoever imported it. */
export async function oweAnswer(tx: Tx, finding: string, guards: Guards): Promise<void> {
  await open(tx, 'FND-ANSWER', 'finding.imported', finding, guards)
}

/** A finding with a date must be met by the end of that day. */
export async function oweByDate(tx: Tx, finding: string, guards: Guards, due: string): Promise<void> {
  await open(tx, 'FND-DUE', 'finding.due-set', finding, guards, lastSecondOfLondonDay(getCivilDate(due)))
}

export function answered(tx: Tx, finding: string, how: string): Promise<readonly string[]> {
  return meetDuty(tx, { rule: 'FND-ANSWER', subject: { kind: 'finding', id: finding }, how })
}

export function ended(tx: Tx, finding: string, how: string): Promise<readonly string[]> {
  return meetDuty(tx, { rule: 'FND-DUE', subject: { kind: 'finding', id: finding }, how })
}

async function open(
  tx: Tx,
  rule: string,
  triggeredBy: string,
  finding: string,
  guards: Guards,
  countsFrom?: Date,
): Promise<void> {
  await openDuty(tx, findingDuties, {
    rule,
    subject: { kind: 'finding', id: finding },
    record: finding,
    triggeredBy,
    triggeredAt: tx.now,
    ...(countsFrom !== undefined && { countsFrom }),
    guards: { ...guards, owner: guards.owner ?? tx.reader.account },
  })
}
