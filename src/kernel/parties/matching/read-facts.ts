import type { PersonRecord } from '#calculations/linkage/index.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { doorOf } from '../addresses/door.ts'
import { inFull } from '../addresses/street-words.ts'
import type { MatchedKind } from '../identities/proposal.ts'
import type { Guards, Known, PartyFacts } from './rules/entries.ts'

type Client = Pick<Tx, 'client'>

/**
 * What is compared of these parties, in the order of their ids: as the matcher of all of them, otherwise as far as the reader
 * sees. What a link says counts only where it is open to the whole force: an area's own is no ground that others may read.
 */
export async function readFacts(tx: Client, kind: MatchedKind, ids: readonly number[]): Promise<readonly PartyFacts[]> {
  if (ids.length === 0) return []
  const parties = await read<Guards & { party: number } & Columns>(tx, PARTIES[kind], ids)
  const names = grouped(await read<Row>(tx, NAMES, ids), nameSays)
  const homes = kind === 'address' ? new Map() : grouped(await read<Row>(tx, HOMES[kind], ids), homeSays)
  const phones = kind === 'address' ? new Map() : grouped(await read<Row>(tx, PHONES, ids), phoneSays)
  return parties.map(({ party, marking, compartment, ...columns }) => ({
    party,
    marking,
    compartment,
    says: kind === 'address' ? addressSays(columns) : columns,
    names: kind === 'address' ? [] : (names.get(party) ?? []),
    homes: homes.get(party) ?? [],
    phones: phones.get(party) ?? [],
  }))
}

type Columns = Readonly<Record<string, string | null>>
type Row = Guards & { readonly party: number } & Columns

async function read<R>(tx: Client, sql: string, ids: readonly number[]): Promise<readonly R[]> {
  return rowsAs<R>(await tx.client.query(sql, [ids]))
}

function grouped(rows: readonly Row[], says: (row: Row) => PersonRecord): Map<number, Known[]> {
  const of = new Map<number, Known[]>()
  for (const row of rows) {
    const list = of.get(row.party) ?? []
    list.push({ marking: row.marking, compartment: row.compartment, says: says(row) })
    of.set(row.party, list)
  }
  return of
}

const nameSays = ({ given, family, full, birth }: Row): PersonRecord => ({
  given,
  family,
  full,
  ...(birth !== null && { birth }),
})

const homeSays = (row: Row): PersonRecord => ({
  address: [row['flat'], row['building'], row['number'], row['street']].filter((part) => part !== '').join(' '),
  postcode: row['postcode'] ?? null,
})

const phoneSays = ({ phone }: Row): PersonRecord => ({ phone: phone ?? null })

/** A house is not one of its flats. */
const NO_FLAT = 'none'

/** Its door, and its street in full. What a numbered building is called besides is often left out, and then says nothing. */
function addressSays(columns: Columns): PersonRecord {
  const { flat, number } = doorOf({ flat: columns['flat'] ?? '', number: columns['number'] ?? '' })
  const street = inFull(columns['street'] ?? '')
  const named = number === '' || street === '' ? (columns['building'] ?? '') : ''
  return { ...columns, flat: flat || NO_FLAT, number, address: [named, street].filter((part) => part !== '').join(' ') }
}

const OWN = 'p.id AS party, p.marking, p.compartment_id AS compartment'
const PARTIES = {
  // Of a day that is not known the year alone counts; of a guess nothing.
  person: `SELECT ${OWN}, s.sex, CASE WHEN s.birth_precision = 'day' THEN s.birth_date::text
      WHEN s.birth_precision <> 'about' THEN extract(year FROM s.birth_date)::text END AS birth
    FROM party p JOIN person s ON s.party_id = p.id WHERE p.id = ANY ($1) ORDER BY p.id`,
  organisation: `SELECT ${OWN}, s.registered_number AS registered
    FROM party p JOIN organisation s ON s.party_id = p.id WHERE p.id = ANY ($1) ORDER BY p.id`,
  address: `SELECT ${OWN}, s.flat, s.building, s.number, s.street, coalesce(nullif(s.town, ''), s.locality) AS locality, s.postcode,
      s.uprn::text AS uprn
    FROM party p JOIN address s ON s.party_id = p.id WHERE p.id = ANY ($1) ORDER BY p.id`,
} as const

const NAMES = `SELECT n.party_id AS party, n.given_names AS given, n.family_name AS family, n.full_name AS "full",
    CASE WHEN n.kind <> 'main' THEN n.birth_date::text END AS birth, n.marking, n.compartment_id AS compartment
  FROM party_name n WHERE n.party_id = ANY ($1) ORDER BY n.party_id, n.kind <> 'main', n.id`

const linked = (kind: string, end: 'from' | 'to', other: string, columns: string): string => `
  SELECT l.${end}_party AS party, ${columns}, greatest(l.marking, o.marking) AS marking,
    coalesce(l.compartment_id, o.compartment_id) AS compartment
  FROM party_link l JOIN ${other} o ON o.party_id = l.${end === 'from' ? 'to' : 'from'}_party
  WHERE l.${end}_party = ANY ($1) AND l.kind = '${kind}' AND l.area_id IS NULL AND l.unit_id IS NULL
    AND (l.compartment_id = o.compartment_id OR l.compartment_id IS NULL OR o.compartment_id IS NULL)
  ORDER BY l.${end}_party, l.valid_to DESC NULLS FIRST, l.valid_from DESC NULLS LAST, l.id DESC`

const PLACE = 'o.flat, o.building, o.number, o.street, o.postcode'
const HOMES = {
  person: linked('lives-at', 'from', 'address', PLACE),
  organisation: linked('premises-of', 'to', 'address', PLACE),
} as const
const PHONES = linked('uses-phone', 'from', 'phone', 'o.number AS phone')
