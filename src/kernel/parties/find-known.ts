import type { Marking } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { Invalid } from '#platform/errors/errors.ts'

interface Known {
  readonly id: number
  readonly marking: Marking
  readonly compartment: number | null
}

/** The person or organisation that was chosen. Throws Invalid (`who`), the same whether one is hidden or absent. */
export async function findKnown(tx: Tx, id: number): Promise<Known> {
  const [found] = rowsAs<Known>(
    await tx.client.query(
      `SELECT id, marking, compartment_id AS compartment FROM party WHERE id = $1 AND kind IN ('person', 'organisation')`,
      [id],
    ),
  )
  if (found === undefined)
    throw new Invalid({
      who: 'There is no person or organisation that you may open with this. Choose one from the list, or enter them first.',
    })
  return found
}
