import type { Tx } from '#platform/db/transaction.ts'
import { PARTY_OF_KIND, type PartyExtract } from '../rules/kinds/all.ts'

/** The table of each kind of party, its columns, and their values from a staged row `s`. */
const TABLES: Readonly<
  Record<PartyExtract, { readonly table: string; readonly columns: Readonly<Record<string, string>> }>
> = {
  people: {
    table: 'person',
    columns: {
      sex: 's.sex',
      birth_date: 's.birth_date',
      birth_precision: 's.birth_precision',
      ethnicity: 's.ethnicity',
      died_on: 's.died_on',
    },
  },
  organisations: { table: 'organisation', columns: { kind: 's.kind', registered_number: 's.registered_number' } },
  addresses: {
    table: 'address',
    columns: {
      flat: 's.flat',
      building: 's.building',
      number: 's.number',
      street: 's.street',
      locality: 's.locality',
      town: 's.town',
      postcode: 's.postcode',
      uprn: 's.uprn',
      location_id: 's.location_id',
    },
  },
  vehicles: {
    table: 'vehicle',
    columns: { mark: 's.mark', make: 's.make', model: 's.model', colour: 's.colour', vin: 's.vin' },
  },
  phones: { table: 'phone', columns: { number: 's.number' } },
}

const tokens = `coalesce((SELECT array_agg(k.id ORDER BY w.place)
  FROM unnest(s.words) WITH ORDINALITY AS w (word, place) JOIN name_token k ON k.token = w.word), '{}')`

/** Those that are found by names, and what the main one is. */
const NAMES: Partial<
  Record<
    PartyExtract,
    { readonly given: string; readonly family: string; readonly full: string; readonly birth: string }
  >
> = {
  people: {
    given: 's.given_names',
    family: 's.family_name',
    full: 's.full_name',
    birth: `CASE s.birth_precision WHEN 'day' THEN s.birth_date END`,
  },
  organisations: { given: `''`, family: `''`, full: 's.label', birth: 'NULL::date' },
  addresses: { given: `''`, family: `''`, full: 's.label', birth: 'NULL::date' },
}

/** Stores the new and changed parties of a kind. Whom the service may not see it neither finds nor changes. */
export async function loadParties(tx: Tx, kind: PartyExtract, run: string): Promise<void> {
  const { table, columns } = TABLES[kind]
  const names = Object.keys(columns)
  // An address may come in several rows: the first that says anything new is taken.
  const from = (states: string, more = '') =>
    `(SELECT DISTINCT ON (target) * FROM to_${kind} WHERE state IN (${states}) ${more} ORDER BY target, file, line) s`
  const fresh = kind === 'addresses' ? 'AND key IN (SELECT key FROM address_key WHERE fresh)' : ''
  const stale = kind === 'addresses' ? 'AND key NOT IN (SELECT key FROM address_key WHERE fresh)' : ''
  const added = kind === 'addresses' ? from(`'new', 'changed'`, fresh) : from(`'new'`)
  const changed = kind === 'addresses' ? from(`'new', 'changed'`, stale) : from(`'changed'`)
  // An address has as many numbers as it came by, and so none of its own.
  const reference = kind === 'addresses' ? 'NULL' : 's.reference'
  await tx.client.query(
    `INSERT INTO party (id, kind, identity_id, source, source_reference, label, marking, known_at) OVERRIDING SYSTEM VALUE
     SELECT s.target, '${PARTY_OF_KIND[kind]}', s.target, 'records-extract', ${reference}, s.label, s.marking, $1 FROM ${added}`,
    [tx.now],
  )
  await tx.client.query(
    `INSERT INTO ${table} (party_id, marking, ${names.join(', ')})
     SELECT s.target, s.marking, ${Object.values(columns).join(', ')} FROM ${added}`,
  )
  await tx.client.query(
    `UPDATE party p SET label = ${fuller(kind, 's.label', 'p.label')}, marking = s.marking, known_at = $1, version = version + 1 FROM ${changed}
     WHERE p.id = s.target`,
    [tx.now],
  )
  await tx.client.query(
    `UPDATE ${table} t SET marking = s.marking, ${Object.entries(columns)
      .map(([name, value]) => `${name} = ${keptWhere(kind, name, value)}`)
      .join(', ')} FROM ${changed} WHERE t.party_id = s.target`,
  )
  const name = NAMES[kind]
  if (name !== undefined) {
    await tx.client.query(
      `INSERT INTO party_name (party_id, kind, given_names, family_name, full_name, birth_date, tokens, marking)
       SELECT s.target, 'main', ${name.given}, ${name.family}, ${name.full}, ${name.birth}, ${tokens}, s.marking FROM ${added}`,
    )
    await tx.client.query(
      `UPDATE party_name n SET given_names = ${name.given}, family_name = ${name.family}, full_name = ${fuller(kind, name.full, 'n.full_name')},
         birth_date = ${name.birth}, tokens = ${kind === 'addresses' ? `CASE WHEN length(${name.full}) >= length(n.full_name) THEN ${tokens} ELSE n.tokens END` : tokens}
       FROM ${changed} WHERE n.party_id = s.target AND n.kind = 'main'`,
    )
  }
  await guardAlike(tx, changed)
  if (kind === 'addresses')
    await tx.client.query(
      `INSERT INTO extract_row (kind, reference, hash, target, run_id)
       SELECT 'address-keys', key, sha256(convert_to(key, 'UTF8')), target, $1
       FROM address_key WHERE fresh AND key IN (SELECT key FROM to_addresses WHERE state IN ('new', 'changed'))`,
      [run],
    )
}

/** The same address may come shorter, without its town or point: what it said before stays. */
function keptWhere(kind: PartyExtract, name: string, value: string): string {
  if (kind !== 'addresses') return value
  const isText = name !== 'uprn' && name !== 'location_id'
  return `coalesce(${isText ? `nullif(${value}, '')` : value}, t.${name})`
}

function fuller(kind: PartyExtract, given: string, before: string): string {
  return kind === 'addresses'
    ? `CASE WHEN length(${given}) >= length(${before}) THEN ${given} ELSE ${before} END`
    : given
}

/** Whatever is about a party is never open to more people than it: names, links and roles go up with it. */
async function guardAlike(tx: Tx, changed: string): Promise<void> {
  const higher = `s.marking = 'OFFICIAL-SENSITIVE' AND t.marking = 'OFFICIAL'`
  for (const [table, party] of [
    ['party_name', 't.party_id = s.target'],
    ['party_role', 't.party_id = s.target'],
    ['party_link', '(t.from_party = s.target OR t.to_party = s.target)'],
  ] as const)
    await tx.client.query(`UPDATE ${table} t SET marking = s.marking FROM ${changed} WHERE ${party} AND ${higher}`)
}

/** Stores the other names of people. */
export async function loadNames(tx: Tx): Promise<void> {
  await tx.client.query(
    `INSERT INTO party_name (id, party_id, kind, given_names, family_name, full_name, birth_date, tokens, marking)
       OVERRIDING SYSTEM VALUE
     SELECT s.target, p.id, s.kind, s.given_names, s.family_name, s.full_name, s.birth_date, ${tokens},
       greatest(s.marking, p.marking)
     FROM to_names s JOIN party p ON p.id = s.one_id WHERE s.state = 'new'`,
  )
  await tx.client.query(
    `UPDATE party_name n SET given_names = s.given_names, family_name = s.family_name, tokens = ${tokens},
       marking = greatest(s.marking, p.marking)
     FROM to_names s JOIN party p ON p.id = s.one_id WHERE s.state = 'changed' AND n.id = s.target`,
  )
}
