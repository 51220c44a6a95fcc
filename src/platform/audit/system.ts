import { randomUUID } from 'node:crypto'
import { systemReader } from '#platform/access/reader.ts'
import { transaction, type Store, type Tx } from '#platform/db/transaction.ts'
import type { AuditEntry } from './entry.ts'

/** The audit's own work (sealing, exporting, verifying): one transaction as `system:audit`. */
export async function asAuditSystem<T>(
  store: Store,
  purpose: string,
  work: (tx: Tx) => Promise<{ value: T; audit: readonly AuditEntry[] }>,
): Promise<T> {
  const request = { requestId: randomUUID(), purpose, origin: 'audit' }
  return transaction(store, { reader: systemReader('system:audit') }, request, async (entered) =>
    work(await entered.open()),
  )
}

/** Whoever seals or writes heads to a file holds this advisory lock: one at a time over all processes. */
export const SEALING_LOCK = 727_002
