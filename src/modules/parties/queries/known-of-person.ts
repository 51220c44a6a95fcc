import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/** What one source says of a person. Days are civil dates. */
export const knownOfPerson = z.object({
  party: z.int(),
  sex: z.enum(['female', 'male', 'other']).nullable(),
  birthDate: z.string().nullable(),
  birthPrecision: z.enum(['day', 'month', 'year', 'about']).nullable(),
  ethnicity: z.string().nullable(),
  diedOn: z.string().nullable(),
})
export type KnownOfPerson = z.output<typeof knownOfPerson>

export async function personsOf(tx: Tx, ids: readonly number[]): Promise<readonly KnownOfPerson[]> {
  return rowsAs<KnownOfPerson>(
    await tx.client.query(
      `SELECT party_id AS party, sex, birth_date::text AS "birthDate", birth_precision AS "birthPrecision", ethnicity,
        died_on::text AS "diedOn"
      FROM person WHERE party_id = ANY ($1) ORDER BY party_id`,
      [ids],
    ),
  )
}
