import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { addressAt } from '../records-system.ts'
import { PARTY_KIND_NAMES, type PartyKind } from './words.ts'

export const PARTY_SOURCES = {
  'records-extract': 'Records system',
  demonstration: 'Demonstration',
  entered: 'Entered here',
} as const

/** One source's record of somebody or something, as it stands on a page. Times are instants. */
export const partySource = z.object({
  id: z.int(),
  source: z.enum(['records-extract', 'demonstration', 'entered']),
  reference: z.string().nullable(),
  label: z.string(),
  marking: z.enum(MARKINGS),
  compartment: z.string().nullable(),
  addedBy: z.string().nullable(),
  knownAt: z.iso.datetime(),
  /** Where the records system opens it; null where it does not, or nobody has said how. */
  url: z.string().nullable(),
})
export type PartySource = z.output<typeof partySource>

/** The parties that are one and the same, as far as this reader may see them. */
export const identity = z.object({
  kind: z.enum(PARTY_KIND_NAMES),
  /** As it was asked for: one of `sources`. */
  id: z.int(),
  label: z.string(),
  sources: z.array(partySource).readonly(),
})
export type Identity = z.output<typeof identity>

/**
 * Everybody of the identity whom the reader may see, whichever of them was asked for. The label is that of the one that stands
 * for all where the reader may see it, and of the oldest otherwise. One statement. Throws NotFound, whether there is none of
 * the kind or it is out of this reader's reach.
 */
export async function getIdentity(tx: Tx, kind: PartyKind, id: number): Promise<Identity> {
  const rows = rowsAs<
    Omit<PartySource, 'knownAt' | 'url'> & { readonly knownAt: Date; readonly template: string | null }
  >(
    await tx.client.query(
      `SELECT p.id, p.source, p.source_reference AS reference, p.label, p.marking, c.name AS compartment,
        a.name AS "addedBy", p.known_at AS "knownAt",
        CASE WHEN p.kind = 'person' AND p.source = 'records-extract' THEN (SELECT person_url FROM records_system) END AS template
      FROM party p LEFT JOIN compartment c ON c.id = p.compartment_id LEFT JOIN account a ON a.id = p.added_by
      WHERE p.identity_id = (SELECT identity_id FROM party WHERE id = $1 AND kind = $2)
      ORDER BY p.id <> p.identity_id, p.id`,
      [id, kind],
    ),
  )
  const [first] = rows
  if (first === undefined) throw new NotFound({ kind: 'party', id: String(id) })
  return {
    kind,
    id,
    label: first.label,
    sources: rows.map(({ template, ...row }) => ({
      ...row,
      knownAt: row.knownAt.toISOString(),
      url: template === null || row.reference === null ? null : addressAt(template, row.reference),
    })),
  }
}

/** Whom an entry of the audit is about: every party that was shown. */
export function aboutIdentity(
  { id }: { readonly id: number },
  shown: { readonly sources?: Identity['sources'] },
): readonly { readonly kind: 'party'; readonly id: number }[] {
  return [id, ...(shown.sources ?? []).map((source) => source.id)].map((one) => ({ kind: 'party', id: one }))
}
