import type { Tx } from '#platform/db/transaction.ts'
import { Invalid } from '#platform/errors/errors.ts'
import type { ParentFacts } from '../rules/org01-unit-parent.ts'

/** What ORG01 asks of the unit above; null where none is chosen. Throws Invalid when there is no such unit. */
export async function parentFacts(tx: Tx, parent: number | null): Promise<ParentFacts | null> {
  if (parent === null) return null
  const { rows } = await tx.client.query<ParentFacts>(
    `WITH RECURSIVE above AS (
      SELECT parent_id FROM unit WHERE id = $1
      UNION
      SELECT u.parent_id FROM unit u JOIN above ON u.id = above.parent_id
    )
    SELECT id, name, agency_id AS agency, valid_from AS from, valid_to AS to,
      coalesce((SELECT array_agg(parent_id) FROM above WHERE parent_id IS NOT NULL), '{}') AS above
    FROM unit WHERE id = $1`,
    [parent],
  )
  const facts = rows[0]
  if (facts === undefined) throw new Invalid({ parent: 'Choose the unit above from the list' })
  return facts
}

/** Throws Invalid when no such area is known. */
export async function knownArea(tx: Tx, area: number | null): Promise<void> {
  if (area === null) return
  const row = await tx.db.selectFrom('area').select('id').where('id', '=', area).executeTakeFirst()
  if (row === undefined) throw new Invalid({ area: 'Choose the area from the list' })
}
