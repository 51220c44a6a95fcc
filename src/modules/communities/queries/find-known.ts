import type { Marking } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { Invalid } from '#platform/errors/errors.ts'

interface Known {
  readonly id: number
  readonly marking: Marking
  readonly compartment: number | null
}

/**
 * The one person or organisation that is meant by what was chosen: the address of its page, or its number there. Throws
 * Invalid (`who`), the same whether one is hidden or absent.
 */
export async function findKnown(tx: Tx, typed: string): Promise<Known> {
  const page = /(?:^|\/)([1-9]\d{0,14})(?:[?#].*)?$/.exec(typed.trim())?.[1]
  const [found] = rowsAs<Known>(
    page === undefined
      ? undefined
      : await tx.client.query(
          `SELECT id, marking, compartment_id AS compartment FROM party WHERE id = $1 AND kind IN ('person', 'organisation')`,
          [page],
        ),
  )
  if (found === undefined)
    throw new Invalid({
      who: 'There is no person or organisation that you may open with this. Choose one from the list, or enter them first.',
    })
  return found
}
