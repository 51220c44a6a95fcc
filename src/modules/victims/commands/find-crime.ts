import type { Marking } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { Invalid } from '#platform/errors/errors.ts'

interface CrimeRow {
  readonly id: number
  readonly number: string | null
  readonly offence: string
  readonly offenceCode: string | null
  readonly offenceClass: string | null
  readonly reportedAt: Date | null
  readonly marking: Marking
  readonly compartment: number | null
}

/** By its number in the records system, by ours, or the address of its page. The same answer whether it is hidden or absent. */
export async function findCrime(tx: Tx, typed: string): Promise<CrimeRow> {
  const number = /^(?:\S{0,200}\/)?([1-9]\d{0,14})$/.exec(typed)?.[1] ?? null
  const [row] = rowsAs<CrimeRow>(
    await tx.client.query(
      `SELECT o.id, o.external_reference AS number, coalesce(nullif(c.offence_words, ''), initcap(replace(o.category, '-', ' ')))
          AS offence, c.offence_code AS "offenceCode", c.offence_class AS "offenceClass", c.reported_at AS "reportedAt",
        o.marking, o.compartment_id AS compartment
      FROM occurrence o LEFT JOIN crime c ON c.occurrence_id = o.id
      WHERE o.kind = 'crime' AND NOT o.comparison AND (o.external_reference = $1 OR o.id = $2)
      ORDER BY o.external_reference = $1 DESC NULLS LAST LIMIT 1`,
      [typed, number],
    ),
  )
  if (row === undefined) throw new Invalid({ crime: 'No crime that you may open has this number' })
  return row
}
