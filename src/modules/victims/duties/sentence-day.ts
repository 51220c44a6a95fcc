import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/**
 * VCT23: when sentence is given in a case, as what happened last on it says; null where nothing does, or it was before the moment:
 * what begins after a sentence is not owed before it.
 */
export async function sentenceAfter(tx: Tx, occurrence: number, moment: Date): Promise<Date | null> {
  const [last] = rowsAs<{ at: Date }>(
    await tx.client.query(
      `SELECT sentence_at AS at FROM case_event WHERE occurrence_id = $1 AND sentence_at IS NOT NULL AND voided_at IS NULL
      ORDER BY happened_at DESC, received_at DESC, id DESC LIMIT 1`,
      [occurrence],
    ),
  )
  return last === undefined || last.at < moment ? null : last.at
}
