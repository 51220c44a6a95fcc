import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { Guards } from '../records/guards.ts'

/**
 * What is owed about a record and still open goes along when that is handed on, to its new owner, unit and area: what its
 * owner owed, or, where it had none, whoever did. What was handed on by itself to another unit or person stays there; and
 * with no new owner it stays with whoever owes it. Marking and compartment follow by `changeGuards`.
 */
export async function goAlong(tx: Tx, record: string, from: Guards, to: Guards): Promise<void> {
  // They may be owed where the caller does not reach.
  await asService(tx, () =>
    tx.client.query(
      `UPDATE duty SET owner_id = coalesce($2::uuid, owner_id), unit_id = $3::bigint, area_id = $4::bigint, version = version + 1
      WHERE record_id = $1 AND ended_at IS NULL AND unit_id IS NOT DISTINCT FROM $5::bigint
        AND ($6::uuid IS NULL OR owner_id IS NULL OR owner_id = $6)
        AND (owner_id, unit_id, area_id) IS DISTINCT FROM (coalesce($2::uuid, owner_id), $3::bigint, $4::bigint)`,
      [record, to.owner, to.unit, to.area, from.unit, from.owner],
    ),
  )
}
