import type { Tx } from '#platform/db/transaction.ts'
import type { ExtractKind } from '../rules/kinds/all.ts'

/** A kind of which rows stand by themselves, and where the ids of what they become are from. */
const SEQUENCES = {
  addresses: 'party_id_seq',
  people: 'party_id_seq',
  organisations: 'party_id_seq',
  vehicles: 'party_id_seq',
  phones: 'party_id_seq',
  crimes: 'occurrence_id_seq',
} as const satisfies Partial<Record<ExtractKind, string>>
export const isOwn = (kind: ExtractKind): kind is keyof typeof SEQUENCES => kind in SEQUENCES

/** What becomes of a row: `new`, `changed`, `unchanged`, `older`, `repeated`, `left-out`, `rejected`. */
const KNOWN_STATES = `WHEN e.reference IS NULL THEN 'new'
  WHEN e.as_of > s.as_of THEN 'older'
  WHEN e.hash = s.hash THEN 'unchanged'
  ELSE 'changed'`

/** Rows whose number stands in an earlier row of the same extract already: told apart by whether they say the same. */
async function findTwice(tx: Tx, kind: ExtractKind): Promise<void> {
  await tx.client.query(`ANALYZE in_${kind}`)
  await tx.client.query(`CREATE TEMP TABLE twice_${kind} ON COMMIT DROP AS
    SELECT file, line, first_value(line) OVER numbered AS first_line, first_value(hash) OVER numbered = hash AS same,
      row_number() OVER numbered AS nth
    FROM in_${kind} WHERE reference IN (SELECT reference FROM in_${kind} GROUP BY reference HAVING count(*) > 1)
    WINDOW numbered AS (PARTITION BY reference ORDER BY file, line)`)
}

const TWICE_STATES = `WHEN t.nth > 1 AND t.same THEN 'repeated' WHEN t.nth > 1 THEN 'rejected'`
const TWICE_FAULT = `CASE WHEN t.nth > 1 AND NOT t.same
  THEN 'Line ' || t.first_line || ' has the same number, with something else beside it.' END`

/** Says of each row of a kind that stands by itself what becomes of it, and gives what is new its id: `to_people`. */
export async function classifyOwn(tx: Tx, kind: keyof typeof SEQUENCES): Promise<void> {
  await findTwice(tx, kind)
  if (kind === 'addresses') await giveKeysIds(tx)
  const target =
    kind === 'addresses' ? 'k.target' : `CASE WHEN x.state = 'new' THEN nextval('${SEQUENCES[kind]}') ELSE x.known END`
  await tx.client.query(
    `CREATE TEMP TABLE to_${kind} ON COMMIT DROP AS
     SELECT x.*, ${target} AS target FROM (
       SELECT s.*, e.target AS known, ''::text AS fault_field, ${TWICE_FAULT} AS fault, false AS missing,
         CASE WHEN s.restricted THEN 'left-out' ${TWICE_STATES} ${KNOWN_STATES} END AS state
       FROM in_${kind} s LEFT JOIN twice_${kind} t USING (file, line)
         LEFT JOIN extract_row e ON e.kind = '${kind}' AND e.reference = s.reference
       ORDER BY s.file, s.line) x
     ${kind === 'addresses' ? 'LEFT JOIN address_key k ON k.key = x.key' : ''}`,
  )
  await tx.client.query(`INSERT INTO named (kind, reference, target, left_out)
    SELECT '${kind}', reference, target, state = 'left-out' FROM to_${kind} WHERE state NOT IN ('rejected', 'repeated')`)
}

/** However often and by whatever numbers an address comes, it is one party. */
async function giveKeysIds(tx: Tx): Promise<void> {
  await tx.client.query(`CREATE TEMP TABLE address_key ON COMMIT DROP AS
    SELECT s.key, coalesce(e.target, nextval('party_id_seq')) AS target, e.target IS NULL AS fresh
    FROM (SELECT DISTINCT key FROM in_addresses WHERE NOT restricted) s
    LEFT JOIN extract_row e ON e.kind = 'address-keys' AND e.reference = s.key`)
}

/** What rows name in other files, by kind and number. */
export async function makeNamed(tx: Tx): Promise<void> {
  await tx.client.query(
    'CREATE TEMP TABLE named (kind text, reference text, target bigint, left_out boolean) ON COMMIT DROP',
  )
}

export async function indexNamed(tx: Tx): Promise<void> {
  await tx.client.query('CREATE INDEX named_key ON named (reference, kind); ANALYZE named')
}

/** What a kind of row ties together: the kinds and numbers of both sides, as SQL. */
interface Ends {
  readonly one: readonly [kind: string, reference: string]
  readonly other: readonly [kind: string, reference: string]
  /** Our fields, for the rejection. */
  readonly fields: readonly [string, string]
  readonly words: readonly [string, string]
  readonly table: string
  /** The ids of both in that table (r), as SQL. */
  readonly columns: readonly [string, string]
  readonly sequence: string
}

const TIES = {
  names: {
    one: [`'people'`, 's.person'],
    other: [`'people'`, 's.person'],
    fields: ['person', 'person'],
    words: [`'person'`, `'person'`],
    table: 'party_name',
    columns: ['r.party_id', 'r.party_id'],
    sequence: 'party_name_id_seq',
  },
  roles: {
    one: [`'crimes'`, 's.number'],
    other: ['s.party_kind', 's.party'],
    fields: ['number', 'party'],
    words: [`'crime or incident'`, 's.party_kind'],
    table: 'party_role',
    columns: ['r.occurrence_id', 'r.party_id'],
    sequence: 'party_role_id_seq',
  },
  links: {
    one: ['s.from_kind', 's.from_party'],
    other: ['s.to_kind', 's.to_party'],
    fields: ['from', 'to'],
    words: ['s.from_kind', 's.to_kind'],
    table: 'party_link',
    columns: ['r.from_party', 'r.to_party'],
    sequence: 'party_link_id_seq',
  },
  // About nobody in particular: both sides are the case.
  events: {
    one: [`'crimes'`, 's.number'],
    other: [`CASE s.person WHEN '' THEN 'crimes' ELSE 'people' END`, `coalesce(nullif(s.person, ''), s.number)`],
    fields: ['number', 'person'],
    words: [`'crime or incident'`, `'person'`],
    table: 'occurrence_event',
    columns: ['r.occurrence_id', 'coalesce(r.party_id, r.occurrence_id)'],
    sequence: 'occurrence_event_id_seq',
  },
} as const satisfies Partial<Record<ExtractKind, Ends>>
export const isTie = (kind: ExtractKind): kind is keyof typeof TIES => kind in TIES

/** Says of each row that ties two others what becomes of it, with the ids of both: `to_roles`. What is not there rejects it. */
export async function classifyTies(tx: Tx, kind: keyof typeof TIES): Promise<void> {
  await findTwice(tx, kind)
  const ends: Ends = TIES[kind]
  const missing = (side: 0 | 1, from: string, reference: string) =>
    `WHEN ${from} IS NULL THEN 'No ' || ${nounOf(ends.words[side])} || ' with the number “' || left(${reference}, 60) || '” is in this extract or an earlier one.'`
  await tx.client.query(
    `CREATE TEMP TABLE to_${kind} ON COMMIT DROP AS
     SELECT x.*, CASE WHEN x.state = 'new' THEN nextval('${ends.sequence}') ELSE x.known END AS target FROM (
       SELECT s.*, e.target AS known, coalesce(a.target, ea.target) AS one_id, coalesce(b.target, eb.target) AS other_id,
         CASE WHEN coalesce(a.target, ea.target) IS NULL THEN '${ends.fields[0]}'
           WHEN coalesce(b.target, eb.target) IS NULL THEN '${ends.fields[1]}' ELSE '' END AS fault_field,
         CASE WHEN t.nth > 1 AND NOT t.same THEN ${TWICE_FAULT}
           ${missing(0, 'coalesce(a.target, ea.target)', ends.one[1])}
           ${missing(1, 'coalesce(b.target, eb.target)', ends.other[1])} END AS fault,
         num_nulls(coalesce(a.target, ea.target), coalesce(b.target, eb.target)) > 0 AS missing,
         CASE WHEN s.restricted OR a.left_out OR b.left_out THEN 'left-out'
           ${TWICE_STATES}
           WHEN num_nulls(coalesce(a.target, ea.target), coalesce(b.target, eb.target)) > 0 THEN 'rejected'
           WHEN r.id IS NOT NULL AND (${ends.columns[0]}, ${ends.columns[1]})
             IS DISTINCT FROM (coalesce(a.target, ea.target), coalesce(b.target, eb.target)) THEN 'changed'
           ${KNOWN_STATES} END AS state
       FROM in_${kind} s LEFT JOIN twice_${kind} t USING (file, line)
         LEFT JOIN extract_row e ON e.kind = '${kind}' AND e.reference = s.reference
         LEFT JOIN ${ends.table} r ON r.id = e.target
         LEFT JOIN named a ON a.reference = ${ends.one[1]} AND a.kind = ${ends.one[0]}
         LEFT JOIN extract_row ea ON a.reference IS NULL AND ea.kind = ${ends.one[0]} AND ea.reference = ${ends.one[1]}
         LEFT JOIN named b ON b.reference = ${ends.other[1]} AND b.kind = ${ends.other[0]}
         LEFT JOIN extract_row eb ON b.reference IS NULL AND eb.kind = ${ends.other[0]} AND eb.reference = ${ends.other[1]}
       ORDER BY s.file, s.line) x`,
  )
}

/** "people" in a row is "person" in a sentence. */
function nounOf(sql: string): string {
  return `CASE ${sql} WHEN 'people' THEN 'person' WHEN 'addresses' THEN 'address' ELSE rtrim(${sql}, 's') END`
}

/** The same of rows that only fill a table of ours, or are only counted with. */
export async function classifyPlain(tx: Tx, kind: 'postcodes' | 'totals'): Promise<void> {
  await findTwice(tx, kind)
  const [join, state] =
    kind === 'postcodes'
      ? [
          'LEFT JOIN postcode_point p ON p.postcode = s.reference',
          `WHEN p.postcode IS NULL THEN 'new'
           WHEN (p.longitude, p.latitude) = (s.longitude, s.latitude) THEN 'unchanged' ELSE 'changed'`,
        ]
      : ['', `ELSE 'unchanged'`]
  await tx.client.query(
    `CREATE TEMP TABLE to_${kind} ON COMMIT DROP AS
     SELECT s.*, ''::text AS fault_field, ${TWICE_FAULT} AS fault, false AS missing,
       CASE ${TWICE_STATES} ${state} END AS state
     FROM in_${kind} s LEFT JOIN twice_${kind} t USING (file, line) ${join}`,
  )
}
