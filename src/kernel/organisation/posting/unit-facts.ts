import type { Tx } from '#platform/db/transaction.ts'
import { Invalid } from '#platform/errors/errors.ts'
import type { Term } from '../rules/rule.ts'

export interface UnitOfPosting extends Term {
  readonly name: string
  readonly agency: number
}

/** What ORG06 asks of the unit, which cannot end while this transaction runs. Throws Invalid when there is none. */
export async function unitOfPosting(tx: Tx, unit: number): Promise<UnitOfPosting> {
  const { rows } = await tx.client.query<UnitOfPosting>(
    `SELECT name, agency_id AS agency, valid_from AS from, valid_to AS to FROM unit WHERE id = $1 FOR NO KEY UPDATE`,
    [unit],
  )
  const facts = rows[0]
  if (facts === undefined) throw new Invalid({ unit: 'Choose the unit from the list' })
  return facts
}
