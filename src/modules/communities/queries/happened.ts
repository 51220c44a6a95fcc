import { z } from 'zod'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { MARKER_KIND_NAMES } from '#kernel/parties/markers.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/** More than so many are not read: the page then says so. */
export const MOST_HAPPENED = 300

export const happened = z.object({
  id: z.int(),
  kind: z.enum(['crime', 'asb']),
  category: z.string(),
  from: z.iso.datetime(),
  precision: z.enum(['minute', 'hour', 'day']),
  where: z.string(),
  marking: z.string(),
})
export type Happened = z.output<typeof happened>

/** What happened in an area in this time, the latest first; of rows that are known to the month only nothing can be said. */
export async function happenedIn(tx: Tx, area: number, from: Date, to: Date): Promise<Happened[]> {
  const rows = rowsAs<Omit<Happened, 'from'> & { from: Date }>(
    await tx.client.query(
      `SELECT o.id, o.kind, o.category, o.happened_from AS from, o.precision, o.location_text AS where, o.marking
      FROM location_area l JOIN occurrence o ON o.location_id = l.location_id AND o.month BETWEEN $4::date AND $5::date
      WHERE l.area_id = $1 AND o.happened_to > $2 AND o.happened_from < $3 AND o.precision <> 'month' AND NOT o.comparison
      ORDER BY o.happened_from DESC, o.id LIMIT ${MOST_HAPPENED + 1}`,
      [area, from, to, monthStart(from), monthStart(to)],
    ),
  )
  return rows.map((row) => ({ ...row, from: row.from.toISOString() }))
}

function monthStart(at: Date): string {
  return `${londonDateAt(at).slice(0, 7)}-01`
}

export const warning = z.object({
  id: z.uuid(),
  address: z.int(),
  label: z.string(),
  kind: z.enum(MARKER_KIND_NAMES),
  words: z.string(),
  marking: z.string(),
})
export type Warning = z.output<typeof warning>

/**
 * What whoever goes there must know of the addresses where these happened: markers that stand, of the address or of another
 * record of the same one. That an address is protected is not said in a list.
 */
export async function warningsAt(tx: Tx, occurrences: readonly number[]): Promise<Warning[]> {
  if (occurrences.length === 0) return []
  return [
    ...rowsAs<Warning>(
      await tx.client.query(
        `SELECT DISTINCT ON (m.id) m.id, p.id AS address, p.label, m.kind, m.words, m.marking
        FROM party_role r JOIN party p ON p.id = r.party_id AND p.kind = 'address'
          JOIN party s ON s.identity_id = p.identity_id JOIN party_marker m ON m.party_id = s.id
        WHERE r.occurrence_id = ANY ($1) AND m.ended_on IS NULL AND m.kind <> 'protected'
        ORDER BY m.id LIMIT 50`,
        [occurrences],
      ),
    ),
  ]
}
