import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

export const occurrenceHit = z.object({
  id: z.int(),
  reference: z.string(),
  category: z.string(),
  place: z.string(),
  happenedAt: z.iso.datetime(),
  marking: z.enum(MARKINGS),
})
export type OccurrenceHit = z.output<typeof occurrenceHit>

/** Fewer characters would be a house's number or a year. */
const LEAST = 5

/** Occurrences whose number was typed, whole: equality is leakproof, so the reader's own policies use the index. */
export async function findOccurrences(tx: Tx, q: string): Promise<OccurrenceHit[]> {
  const numbers = [q, ...q.split(/\s+/)].filter((text) => text.length >= LEAST && /\d/.test(text))
  if (numbers.length === 0) return []
  const rows = rowsAs<Omit<OccurrenceHit, 'happenedAt'> & { readonly happenedAt: Date }>(
    await tx.client.query(
      `SELECT id, external_reference AS reference, category, location_text AS place, happened_from AS "happenedAt", marking
      FROM occurrence WHERE external_reference = ANY ($1) ORDER BY happened_from DESC, id LIMIT 50`,
      [[...new Set(numbers.flatMap((text) => [text, text.toUpperCase()]))]],
    ),
  )
  return rows.map(({ happenedAt, ...row }) => ({ ...row, happenedAt: happenedAt.toISOString() }))
}
