import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

interface OwnUnit {
  readonly unit: number | null
  readonly area: number | null
}

/** The unit of the posting that somebody acts in, with its area; null where there is none. */
export async function ownUnit(tx: Tx): Promise<OwnUnit> {
  const [row] = rowsAs<OwnUnit>(
    await tx.client.query(
      'SELECT u.id AS unit, u.area_id AS area FROM posting p JOIN unit u ON u.id = p.unit_id WHERE p.id = $1',
      [tx.reader.posting],
    ),
  )
  return row ?? { unit: null, area: null }
}
