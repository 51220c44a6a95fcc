import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { endedWith } from './meet-duty.ts'

/**
 * Ends duties whose start never happened: nothing was owed, whether it was met, waived or late by now. They are kept with the
 * reason, and nothing takes their place. Whoever finds it out may be out of their reach. Gives the ids; of what was replaced or
 * cancelled before, none.
 */
export async function cancelDuties(tx: Tx, duties: readonly string[], reason: string): Promise<readonly string[]> {
  const ids = await asService(tx, async () =>
    rowsAs<{ id: string }>(
      await tx.client.query(
        `UPDATE duty SET superseded_at = $2, superseded_reason = $3, superseded_kind = 'voided', paused_at = NULL,
          next_look_at = NULL, version = version + 1
        WHERE id = ANY ($1::uuid[]) AND superseded_at IS NULL RETURNING id`,
        [duties, tx.now, reason],
      ),
    ).map(({ id }) => id),
  )
  await endedWith(tx, ids, 'duty.cancelled')
  return ids
}
