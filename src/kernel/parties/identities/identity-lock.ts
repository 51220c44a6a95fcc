import type { Tx } from '#platform/db/transaction.ts'

const LOCK = 727_020 // any number, the same for everybody who decides on identities

/**
 * Identities change, one decision at a time, until the transaction ends: so that two that touch the same people each see what
 * the other made of them. Taken before any row.
 */
export async function lockIdentities(tx: Pick<Tx, 'client'>): Promise<void> {
  await tx.client.query(`SELECT pg_advisory_xact_lock(${LOCK})`)
}
