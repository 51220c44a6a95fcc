import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

export async function unitNames(tx: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = rowsAs<{ id: number; name: string }>(
    await tx.client.query('SELECT id, name FROM unit WHERE id = ANY ($1::bigint[])', [ids]),
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
