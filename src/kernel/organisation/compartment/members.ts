import { addDays } from '#calculations/calendar/civil-date.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { today } from '../today.ts'

export async function isInside(tx: Tx, compartment: number, account: string): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    'SELECT FROM compartment_member WHERE compartment_id = $1 AND account_id = $2 AND (ends IS NULL OR ends >= $3)',
    [compartment, account, today(tx)],
  )
  return rowCount !== 0
}

export async function letIn(tx: Tx, compartment: number, account: string, reason: string): Promise<void> {
  await tx.db
    .insertInto('compartment_member')
    .values({
      compartment_id: compartment,
      account_id: account,
      reason,
      added_by: tx.reader.account,
      starts: today(tx),
    })
    .execute()
}

/** Takes somebody out at once: their last whole day inside was yesterday. Gives how many memberships that ended. */
export async function takeOut(tx: Tx, compartment: number, account: string, reason: string): Promise<number> {
  const { rowCount } = await tx.client.query(
    `UPDATE compartment_member SET ends = $4, ends_reason = $5
    WHERE compartment_id = $1 AND account_id = $2 AND (ends IS NULL OR ends >= $3)`,
    [compartment, account, today(tx), addDays(today(tx), -1), reason],
  )
  return rowCount ?? 0
}
