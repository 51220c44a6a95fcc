import { DATABASE_ROLE } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'

/**
 * Ends every session of an account in this very transaction: it steps into the gate's role, which alone may write
 * sessions, for one statement and back. Gives how many were open.
 */
export async function endSessions(tx: Tx, account: string): Promise<number> {
  await tx.client.query('SET LOCAL ROLE fp_gate')
  const ended = await tx.client.query('UPDATE session SET ended_at = $2 WHERE account_id = $1 AND ended_at IS NULL', [
    account,
    tx.now,
  ])
  await tx.client.query(`SET LOCAL ROLE ${DATABASE_ROLE[tx.reader.principal]}`)
  return ended.rowCount ?? 0
}
