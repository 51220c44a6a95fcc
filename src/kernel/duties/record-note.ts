import type { Tx } from '#platform/db/transaction.ts'
import { findGuards } from '../records/guards.ts'
import { addEntry } from '../records/timeline.ts'
import type { Duty } from './duty.ts'

/** Writes into the timeline of the record what was decided about its duty, where the doer may open that record. */
export async function noteOnRecord(tx: Tx, duty: Duty, words: string, reason: string): Promise<void> {
  if (duty.record === null) return
  const guards = await findGuards(tx, duty.record)
  if (guards !== null) await addEntry(tx, duty.record, guards, { kind: 'change', words, reason })
}
