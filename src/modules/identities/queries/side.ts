import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { today } from '#kernel/organisation/today.ts'
import { linksOf, linkView } from '#kernel/parties/links.ts'
import { MARKER_KIND_NAMES } from '#kernel/parties/markers.ts'
import { PARTY_KIND_NAMES } from '#kernel/parties/words.ts'

/** One source's record, with what it says of a person. Days are civil dates. */
export const memberView = z.object({
  id: z.int(),
  kind: z.enum(PARTY_KIND_NAMES),
  source: z.enum(['records-extract', 'demonstration', 'entered']),
  reference: z.string().nullable(),
  label: z.string(),
  marking: z.enum(MARKINGS),
  sex: z.enum(['female', 'male', 'other']).nullable(),
  birthDate: z.string().nullable(),
  birthPrecision: z.enum(['day', 'month', 'year', 'about']).nullable(),
  diedOn: z.string().nullable(),
  number: z.string().nullable(),
  names: z.array(z.string()).readonly(),
  roles: z.int(),
  lastSeen: z.string().nullable(),
})
export type MemberView = z.output<typeof memberView>

/** Everybody who is one with a party already, as far as the reader sees them, and what is known of them together. */
export const sideView = z.object({
  id: z.int(),
  label: z.string(),
  members: z.array(memberView).readonly(),
  links: z.array(linkView).readonly(),
  markers: z.array(z.enum(MARKER_KIND_NAMES)).readonly(),
})
export type SideView = z.output<typeof sideView>

/** Throws NotFound where the party is not there or not open to the reader. */
export async function sideOf(tx: Tx, party: number): Promise<SideView> {
  const members = rowsAs<MemberView>(await tx.client.query(MEMBERS, [party]))
  const asked = members.find(({ id }) => id === party)
  if (asked === undefined) throw new NotFound({ kind: 'party', id: String(party) })
  const ids = members.map(({ id }) => id)
  const { links } = await linksOf(tx, ids, today(tx))
  const markers = rowsAs<{ kind: SideView['markers'][number] }>(
    await tx.client.query(
      `SELECT DISTINCT kind FROM party_marker WHERE party_id = ANY ($1) AND starts_on <= $2
        AND (ended_on IS NULL OR ended_on > $2) ORDER BY kind`,
      [ids, today(tx)],
    ),
  )
  return { id: party, label: asked.label, members, links, markers: markers.map(({ kind }) => kind) }
}

// The one that was asked for first.
const MEMBERS = `
  SELECT p.id, p.kind, p.source, p.source_reference AS reference, p.label, p.marking, s.sex, s.birth_date::text AS "birthDate",
    s.birth_precision AS "birthPrecision", s.died_on::text AS "diedOn", o.registered_number AS number,
    coalesce((SELECT array_agg(n.full_name ORDER BY n.kind <> 'main', n.id) FROM party_name n WHERE n.party_id = p.id), '{}') AS names,
    r.roles::integer AS roles, (r.last AT TIME ZONE 'Europe/London')::date::text AS "lastSeen"
  FROM party p LEFT JOIN person s ON s.party_id = p.id LEFT JOIN organisation o ON o.party_id = p.id
  CROSS JOIN LATERAL (SELECT count(*) AS roles, max(happened_at) AS last FROM party_role x WHERE x.party_id = p.id) r
  WHERE p.identity_id = (SELECT identity_id FROM party WHERE id = $1) ORDER BY p.id <> $1, p.id`
