import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/** The name of the force whose system this is; null before it is set up. One statement. */
export async function readForceName(tx: Tx): Promise<string | null> {
  const rows = rowsAs<{ name: string }>(await tx.client.query('SELECT force_name AS name FROM installation'))
  return rows[0]?.name ?? null
}

/** Whether a report is on this force: "Thames Valley" of "Thames Valley Police". Reports of others are here for comparison. */
export function isOwn(force: string | null, inspected: string): boolean {
  return force === null || force.toLowerCase().startsWith(inspected.toLowerCase())
}
