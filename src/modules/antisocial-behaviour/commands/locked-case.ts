import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { changeRecord, lockRecord, type RecordRow } from '#kernel/records/record.ts'
import type { NewEntry } from '#kernel/records/timeline.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { readCase, type CaseDetail } from '../queries/read-case.ts'
import { stillOpen } from '../rules/case-rules.ts'

export interface LockedCase {
  readonly record: RecordRow
  readonly detail: CaseDetail
}

/** A case that has not ended, locked and not changed since `seen`. Throws NotFound, Conflict, RuleRefused (ASB05). */
export async function lockCase(tx: Tx, id: string, seen: number): Promise<LockedCase> {
  const record = await lockRecord(tx, 'asb-case', id, seen)
  refuseOn(stillOpen(record.closedAt))
  return { record, detail: await readCase(tx, id) }
}

/** The record's next version, with its line of the timeline. */
export async function saveCase(tx: Tx, { record }: Pick<LockedCase, 'record'>, entry: NewEntry): Promise<void> {
  await changeRecord(tx, record, {}, entry)
}
