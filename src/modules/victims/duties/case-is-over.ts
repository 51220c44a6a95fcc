import type { Tx } from '#platform/db/transaction.ts'
import { ENDINGS } from '../rules/outcome-events.ts'

/** Whether something that stands on the case ended it for its victims. */
export async function caseIsOver(tx: Tx, occurrence: number): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    'SELECT FROM case_event WHERE occurrence_id = $1 AND kind = ANY ($2) AND voided_at IS NULL LIMIT 1',
    [occurrence, ENDINGS],
  )
  return rowCount === 1
}
