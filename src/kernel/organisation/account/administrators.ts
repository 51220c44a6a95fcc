import type { Tx } from '#platform/db/transaction.ts'
import { today } from '../today.ts'

/**
 * Waits for any other change of postings or leavers, so that two administrators who leave at the same moment each see
 * the other one go.
 */
export async function lockPostings(tx: Tx): Promise<void> {
  await tx.client.query('LOCK TABLE posting IN SHARE ROW EXCLUSIVE MODE')
}

/** Whether the account is an administrator today without the posting left out, and how many others are for good. */
export async function countAdministrators(
  tx: Tx,
  account: string,
  withoutPosting: number | null,
): Promise<{ readonly isOne: boolean; readonly staysOne: boolean; readonly others: number }> {
  const { rows } = await tx.client.query<{ isOne: boolean; staysOne: boolean; others: number }>(
    `SELECT coalesce(bool_or(p.account_id = $1), false) AS "isOne",
      coalesce(bool_or(p.account_id = $1 AND p.id IS DISTINCT FROM $2 AND p.ends IS NULL), false) AS "staysOne",
      count(DISTINCT p.account_id) FILTER (WHERE p.account_id <> $1 AND p.ends IS NULL) AS others
    FROM posting p JOIN account a ON a.id = p.account_id AND a.left_at IS NULL
    WHERE 'administrator' = ANY (p.roles) AND $3::date BETWEEN p.starts AND coalesce(p.ends, 'infinity')`,
    [account, withoutPosting, today(tx)],
  )
  return rows[0] ?? { isOne: false, staysOne: false, others: 0 }
}
