import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { Guards } from '../records/guards.ts'
import { addEntry } from '../records/timeline.ts'
import type { Duty } from './duty.ts'

/** Writes into the timeline of the record what was decided about its duty, where the doer may open that record. */
export async function noteOnRecord(tx: Tx, duty: Duty, words: string, reason: string): Promise<void> {
  if (duty.record === null) return
  const [guards] = rowsAs<Guards>(
    await tx.client.query(
      `SELECT area_id AS area, unit_id AS unit, owner_id AS owner, marking, compartment_id AS compartment
      FROM record WHERE id = $1`,
      [duty.record],
    ),
  )
  if (guards !== undefined) await addEntry(tx, duty.record, guards, { kind: 'change', words, reason })
}
