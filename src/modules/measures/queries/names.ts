import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/** Names of areas or units by id. One statement. */
export async function namesOf(
  tx: Tx,
  by: 'area' | 'unit',
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const table = by === 'area' ? 'area' : 'unit'
  const rows = rowsAs<{ id: number; name: string }>(
    await tx.client.query(`SELECT id, name FROM ${table} WHERE id = ANY ($1::bigint[])`, [ids]),
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
