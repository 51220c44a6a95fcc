import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { MARKER_KIND_NAMES } from './markers.ts'
import { LINK_KINDS, PARTY_KIND_NAMES } from './words.ts'

/** A tie to another party, both of which and itself the reader may see. Days are civil dates. */
export const linkView = z.object({
  id: z.int(),
  kind: z.enum(keysOf(LINK_KINDS)),
  /** True where it is read from the other to this one: "home of". */
  back: z.boolean(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  basis: z.enum(['fact', 'opinion']),
  source: z.enum(['records-extract', 'demonstration', 'entered']),
  marking: z.enum(MARKINGS),
  other: z.object({
    id: z.int(),
    kind: z.enum(PARTY_KIND_NAMES),
    label: z.string(),
    /** The parties of one identity have the same. Good for putting lines together on one page, and for nothing else. */
    group: z.int(),
    /** As this source has it, and how well it is known. */
    birth: z.object({ date: z.string(), precision: z.enum(['day', 'month', 'year', 'about']) }).nullable(),
    /** Kinds of the markers that stand on any party of its identity. */
    markers: z.array(z.enum(MARKER_KIND_NAMES)).readonly(),
  }),
})
export type LinkView = z.output<typeof linkView>

export const linksShown = z.object({
  links: z.array(linkView).readonly(),
  /** How many there are in all that the reader may see. */
  total: z.int(),
})
export type LinksShown = z.output<typeof linksShown>

/** A hostel or a hospital has thousands: its page shows the latest. */
export const MOST_LINKS = 300

interface Row extends Omit<LinkView, 'other'> {
  readonly total: number
  readonly other: number
  readonly otherKind: LinkView['other']['kind']
  readonly label: string
  readonly identity: number
  readonly birth: LinkView['other']['birth']
  readonly markers: LinkView['other']['markers']
}

/**
 * What ties these parties (of one identity) to others, what goes on before what is over, the latest first; what was over
 * before the civil date `today` is over. One statement.
 */
export async function linksOf(tx: Tx, ids: readonly number[], today: string): Promise<LinksShown> {
  const rows = rowsAs<Row>(await tx.client.query(SQL, [ids, today, MOST_LINKS]))
  const groups = new Map<number, number>()
  return {
    total: rows[0]?.total ?? 0,
    links: rows.map(({ total: _total, other: id, otherKind: kind, label, identity, birth, markers, ...link }) => {
      // Numbered anew for this page: the id that stands for all may be that of somebody hidden.
      const group = groups.get(identity) ?? groups.size + 1
      groups.set(identity, group)
      return { ...link, other: { id, kind, label, group, birth, markers } }
    }),
  }
}

// By its key and never by reading all parties (OFFSET 0): the planner does not know what the policy costs.
const SQL = `
  SELECT l.id, l.kind, l.back, l.valid_from::text AS from, l.valid_to::text AS to, l.basis, l.source, l.marking,
    o.id AS other, o.kind AS "otherKind", o.label, o.identity_id AS identity, CASE WHEN b.birth_date IS NOT NULL THEN
      jsonb_build_object('date', b.birth_date, 'precision', b.birth_precision) END AS birth,
    coalesce(m.kinds, '{}') AS markers, l.total::integer AS total
  FROM (
    SELECT t.*, p.identity_id, count(*) OVER () AS total
    FROM (
      SELECT id, kind, false AS back, to_party AS other, valid_from, valid_to, basis, source, marking
      FROM party_link WHERE from_party = ANY ($1)
      UNION ALL
      SELECT id, kind, true, from_party, valid_from, valid_to, basis, source, marking
      FROM party_link WHERE to_party = ANY ($1)
    ) t CROSS JOIN LATERAL (SELECT w.id, w.identity_id FROM party w WHERE w.id = t.other OFFSET 0) p
    WHERE p.id <> ALL ($1)
    ORDER BY t.valid_to < $2::date NULLS FIRST, t.valid_to DESC NULLS FIRST, t.valid_from DESC NULLS LAST, t.id DESC
    LIMIT $3
  ) l JOIN party o ON o.id = l.other LEFT JOIN person b ON b.party_id = o.id
  LEFT JOIN LATERAL (
    SELECT array_agg(DISTINCT m.kind) AS kinds FROM party q JOIN party_marker m ON m.party_id = q.id
    WHERE q.identity_id = l.identity_id AND (m.ended_on IS NULL OR m.ended_on > $2::date)
  ) m ON true
  ORDER BY l.valid_to < $2::date NULLS FIRST, l.valid_to DESC NULLS FIRST, l.valid_from DESC NULLS LAST, l.id DESC`
