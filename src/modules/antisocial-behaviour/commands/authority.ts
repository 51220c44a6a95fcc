import type { Tx } from '#platform/db/transaction.ts'
import { Invalid } from '#platform/errors/errors.ts'

/** Throws Invalid where there is no such council. */
export async function getAuthority(tx: Tx, authority: number): Promise<string> {
  const row = await tx.db
    .selectFrom('agency')
    .select('name')
    .where('id', '=', authority)
    .where('kind', '=', 'local-authority')
    .executeTakeFirst()
  if (row === undefined) throw new Invalid({ authority: 'Choose the authority from the list' })
  return row.name
}
