import type { Tx } from '#platform/db/transaction.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import { Invalid } from '#platform/errors/errors.ts'
import type { Receiver } from './rules/rec03-able-to-see.ts'

/** A person whom something is to be given to, with what the rules ask of them. */
export interface KnownReceiver extends Receiver {
  readonly id: string
}

/**
 * Somebody who has not left, by account id or by collar or staff number. Only compartments that the giver is in are looked
 * at. Throws Invalid, said at the field, when there is none.
 */
export async function receiverBy(tx: Tx, typed: string, field: string): Promise<KnownReceiver> {
  const { rows } = await tx.client.query<Omit<KnownReceiver, 'clearance'> & { clearance: string }>(
    `SELECT a.id, a.name, a.principal, a.clearance,
      ARRAY(SELECT m.compartment_id FROM compartment_member m WHERE m.account_id = a.id
        AND ($2::timestamptz AT TIME ZONE 'Europe/London')::date BETWEEN m.starts AND coalesce(m.ends, 'infinity'))
        AS compartments
    FROM account a WHERE (a.number = $1 OR a.id::text = lower($1)) AND (a.left_at IS NULL OR a.left_at > $2)
    ORDER BY a.id LIMIT 1`,
    [typed, tx.now],
  )
  const row = rows[0]
  if (row === undefined) throw new Invalid({ [field]: 'Nobody here has this number. Look it up under People.' })
  // The column's CHECK allows the list only; anything else is treated as the lower.
  return { ...row, clearance: MARKINGS.find((marking) => marking === row.clearance) ?? 'OFFICIAL' }
}
