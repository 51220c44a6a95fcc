import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { wordsOfName, wordsOfText } from '../rules/name-words.ts'
import { PARTY_KIND_NAMES } from '../words.ts'
import type { Found } from './find.ts'
import { reasonsOf } from './rules/likeness.ts'
import type { Typed } from './rules/typed.ts'

/** A party in a list of those found: who it is, what tells it from others of the name, and why it is here. */
export const partyHit = z.object({
  kind: z.enum(PARTY_KIND_NAMES),
  id: z.int(),
  label: z.string(),
  marking: z.enum(MARKINGS),
  closed: z.boolean(),
  /** The source's own number for it. */
  reference: z.string().nullable(),
  /** Of a person; as exactly as it is known. */
  born: z.object({ on: z.string(), precision: z.enum(['day', 'month', 'year', 'about']) }).nullable(),
  died: z.boolean(),
  sex: z.enum(['female', 'male', 'other']).nullable(),
  /** Where a person lives or lived last, as far as the reader may see; who uses a vehicle or a phone; what a vehicle is. */
  details: z.array(z.string()),
  /** The name by which it was found, where that is not its main one. */
  alias: z.string().nullable(),
  reasons: z.array(z.string()),
  score: z.number(),
})
export type PartyHit = z.output<typeof partyHit>

interface HitRow extends Omit<PartyHit, 'born' | 'details' | 'alias' | 'reasons' | 'score'> {
  readonly birthDate: string | null
  readonly birthPrecision: 'day' | 'month' | 'year' | 'about' | null
  readonly nameFound: string | null
  readonly nameKind: string | null
  readonly home: string | null
  readonly user: string | null
  readonly vehicle: string | null
}

/** The parties that were found, under the reader's own policies, in the order in which they are given. */
export async function readHits(tx: Tx, found: readonly Found[], typed: Typed): Promise<PartyHit[]> {
  if (found.length === 0) return []
  const rows = rowsAs<HitRow>(
    await tx.client.query(
      `SELECT p.id, p.kind, p.label, p.marking, p.compartment_id IS NOT NULL AS closed, p.source_reference AS reference,
        coalesce(s.birth_date, n.birth_date)::text AS "birthDate", coalesce(s.birth_precision, 'day') AS "birthPrecision",
        s.died_on IS NOT NULL AS died, s.sex, n.full_name AS "nameFound", n.kind AS "nameKind", home.label AS home,
        used.label AS "user", concat_ws(' ', nullif(v.colour, ''), nullif(v.make, ''), nullif(v.model, '')) AS vehicle
      FROM unnest($1::bigint[], $2::bigint[]) AS h (party, name)
        JOIN party p ON p.id = h.party
        LEFT JOIN party_name n ON n.id = h.name
        LEFT JOIN person s ON s.party_id = p.id
        LEFT JOIN vehicle v ON v.party_id = p.id
        LEFT JOIN LATERAL (
          SELECT a.label FROM party q JOIN party_link l ON l.from_party = q.id JOIN party a ON a.id = l.to_party
          WHERE q.identity_id = p.identity_id AND p.kind IN ('person', 'organisation') AND l.kind IN ('lives-at', 'premises-of')
          ORDER BY l.valid_to IS NULL DESC, l.valid_from DESC NULLS LAST, l.id DESC LIMIT 1) home ON true
        LEFT JOIN LATERAL (
          SELECT u.label FROM party_link l JOIN party u ON u.id = l.from_party
          WHERE l.to_party = p.id AND p.kind IN ('vehicle', 'phone') AND l.kind IN ('keeper-of', 'uses-vehicle', 'uses-phone')
          ORDER BY l.valid_to IS NULL DESC, l.valid_from DESC NULLS LAST, l.id DESC LIMIT 1) used ON true`,
      [found.map(({ party }) => party), found.map(({ why }) => (why.by === 'name' ? why.name : null))],
    ),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return found.flatMap((one) => {
    const row = byId.get(one.party)
    return row === undefined ? [] : [hitOf(row, one, typed)]
  })
}

function hitOf(
  { birthDate, birthPrecision, nameFound, nameKind, home, user, vehicle, ...row }: HitRow,
  found: Found,
  typed: Typed,
): PartyHit {
  return {
    ...row,
    born: birthDate === null ? null : { on: birthDate, precision: birthPrecision ?? 'day' },
    details: [vehicle ?? '', user ?? '', home ?? ''].filter((detail) => detail !== ''),
    alias: nameKind === null || nameKind === 'main' ? null : nameFound,
    reasons: whyFound(row, nameFound, nameKind, found, typed),
    score: found.score,
  }
}

const BY_IDENTIFIER = {
  mark: 'its mark is like this',
  phone: 'its number has these figures',
  postcode: 'it has this postcode',
  reference: 'its number in the records system',
} as const

function whyFound(
  { kind }: Pick<HitRow, 'kind'>,
  nameFound: string | null,
  nameKind: string | null,
  { why }: Found,
  typed: Typed,
): string[] {
  if (why.by !== 'name') return [BY_IDENTIFIER[why.by]]
  const name = nameFound === null ? [] : kind === 'person' ? wordsOfName(nameFound) : wordsOfText(nameFound)
  const reasons = reasonsOf({ typed: typed.words, name, likeness: why.likeness })
  return nameKind === null || nameKind === 'main'
    ? [...reasons]
    : [`${NAMED[nameKind] ?? 'also known as'} ${nameFound ?? ''}`, ...reasons]
}

const NAMED: Readonly<Record<string, string>> = {
  alias: 'also known as',
  former: 'formerly',
  nickname: 'called',
  'other-script': 'also written',
}
