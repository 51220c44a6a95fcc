import { z } from 'zod'
import { inMarkerOrder, MARKER_KIND_NAMES } from '#kernel/parties/markers.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/** Days are civil dates. */
export const markerView = z.object({
  id: z.uuid(),
  /** The source that it stands on. */
  party: z.int(),
  kind: z.enum(MARKER_KIND_NAMES),
  words: z.string(),
  startsOn: z.string(),
  reviewOn: z.string(),
  endedOn: z.string().nullable(),
  endedReason: z.string().nullable(),
  source: z.enum(['records-extract', 'demonstration', 'entered']),
  addedBy: z.string().nullable(),
  marking: z.enum(MARKINGS),
  version: z.int(),
})
export type MarkerView = z.output<typeof markerView>

export const MARKER_COLUMNS = `m.id, m.party_id AS party, m.kind, m.words, m.starts_on::text AS "startsOn",
  m.review_on::text AS "reviewOn", m.ended_on::text AS "endedOn", m.ended_reason AS "endedReason", m.source,
  a.name AS "addedBy", m.marking, m.version`

/** All that stand or stood on these parties, first what whoever goes there must know. One statement. */
export async function markersOf(tx: Tx, ids: readonly number[]): Promise<readonly MarkerView[]> {
  const rows = rowsAs<MarkerView>(
    await tx.client.query(
      `SELECT ${MARKER_COLUMNS} FROM party_marker m LEFT JOIN account a ON a.id = m.added_by
      WHERE m.party_id = ANY ($1) ORDER BY m.starts_on DESC, m.id`,
      [ids],
    ),
  )
  return inMarkerOrder(rows)
}
