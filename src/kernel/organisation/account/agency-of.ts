import type { Tx } from '#platform/db/transaction.ts'
import { Invalid } from '#platform/errors/errors.ts'

/** The kind of the agency that an account is to belong to. Throws Invalid when there is none, or when it has ended. */
export async function kindOfAgency(tx: Tx, agency: number, on: string): Promise<string> {
  const row = await tx.db.selectFrom('agency').select(['kind', 'valid_to']).where('id', '=', agency).executeTakeFirst()
  if (row === undefined) throw new Invalid({ agency: 'Choose the agency from the list' })
  if (row.valid_to !== null && row.valid_to < on) throw new Invalid({ agency: `This agency ended on ${row.valid_to}` })
  return row.kind
}
