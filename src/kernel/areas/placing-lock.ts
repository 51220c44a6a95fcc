import type { Tx } from '#platform/db/transaction.ts'

const LOCK = 727_010 // any number, the same for everybody who places points

/**
 * Points are being placed in areas that must not change meanwhile: many may do this at once. Taken before any other lock
 * of an import, held until the transaction ends.
 */
export async function holdOutlines(tx: Tx): Promise<void> {
  await tx.client.query(`SELECT pg_advisory_xact_lock_shared(${LOCK})`)
}

/** Outlines change, and every point is placed again: one at a time, and nobody places points meanwhile. */
export async function changeOutlines(tx: Tx): Promise<void> {
  await tx.client.query(`SELECT pg_advisory_xact_lock(${LOCK})`)
}
