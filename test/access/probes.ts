import type pg from 'pg'
import { PUBLIC_READER, systemReader, type Reader } from '#platform/access/reader.ts'
import { victimReader } from '#platform/access/victim-session.ts'
import { contextStatements } from '#platform/db/context.ts'
import { literal } from '#platform/db/literal.ts'
import { transaction } from '#platform/db/transaction.ts'
import type { World } from '../world/world.ts'
import type { PersonaName } from '../world/personas.ts'

const PEOPLE = [
  'chief',
  'sergeantA',
  'officerB',
  'member',
  'administrator',
  'auditor',
  'custodian',
  'inspectionLead',
  'reviewer',
  'visitingInspector',
  'partner',
] as const satisfies readonly PersonaName[]

/** A way into the database, and the statements that open it. */
export interface Way {
  readonly name: string
  readonly enter: string
}

/** Every way in: the roles without a person, then people of each kind. */
export async function everyWay(world: World): Promise<Way[]> {
  const request = { requestId: 'r', purpose: 'p', origin: 'o' }
  const of = (name: string, reader: Reader): Way => ({ name, enter: contextStatements(reader, request) })
  const people: Way[] = []
  for (const name of PEOPLE) {
    const who = await world.signIn(name)
    const reader = await transaction(world.store, who, request, async (entered) => ({
      value: entered.reader,
      audit: [],
    }))
    people.push(of(name, reader))
  }
  // The victim who has one of everything that is theirs.
  const [own] = await world.owner<{ id: string }>(
    `SELECT record_id AS id FROM duty WHERE subject_kind = 'victim' LIMIT 1`,
  )
  return [
    { name: 'gate', enter: 'SET LOCAL ROLE fp_gate;' },
    { name: 'disposal', enter: 'SET LOCAL ROLE fp_disposal;' },
    { name: 'matcher', enter: 'SET LOCAL ROLE fp_matcher;' },
    of('service', systemReader('system:test')),
    of('public', PUBLIC_READER),
    of('victim', victimReader(own?.id ?? '')),
    ...people,
  ]
}

/** What is tried on a table: whole statements, made from the rows that lie there. */
export interface Probe {
  readonly table: string
  readonly rows: number
  readonly read: string
  /** From the columns that may be written to the statement. */
  readonly adds: readonly ((columns: string) => string)[]
  readonly change: (column: string) => string
  /** The same without naming a column to read, so that the policies for reading are not asked. */
  readonly changeBlindly: (column: string) => string
  /** Puts every row that it may into a compartment, reading nothing; null where rows have no guards of that kind. */
  readonly shutIn: string | null
  readonly remove: string
}

const MOST_ROWS = 20

export async function probesFor(world: World): Promise<Probe[]> {
  const tables = await world.owner<{ name: string; guarded: boolean }>(
    `SELECT c.relname AS name, 2 = (SELECT count(*) FROM pg_attribute a WHERE a.attrelid = c.oid
        AND a.attname IN ('marking', 'compartment_id')) AS guarded
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relrowsecurity
      AND NOT c.relispartition ORDER BY c.relname`,
  )
  const probes: Probe[] = []
  for (const { name, guarded } of tables) {
    const rows = await world.owner<{ row: unknown }>(`SELECT to_jsonb(t) AS row FROM ${name} t LIMIT ${MOST_ROWS}`)
    probes.push({
      table: name,
      rows: rows.length,
      read: `SELECT 1 FROM ${name}`,
      // Policies are asked before keys: a row that is there already is refused by its key only if the policy let it in.
      adds: rows.map(
        ({ row }) =>
          (columns: string) =>
            `INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE
            SELECT ${columns} FROM jsonb_populate_record(NULL::public.${name}, ${literal(JSON.stringify(row))}::jsonb)`,
      ),
      change: (column) => `UPDATE ${name} SET ${column} = ${column}`,
      changeBlindly: (column) => `UPDATE ${name} SET ${column} = (SELECT p.${column}
        FROM jsonb_populate_record(NULL::public.${name}, ${literal(JSON.stringify(rows[0]?.row ?? {}))}::jsonb) AS p)`,
      shutIn: guarded ? `UPDATE ${name} SET compartment_id = ${world.compartment}` : null,
      remove: `DELETE FROM ${name}`,
    })
  }
  return probes
}

/**
 * "4 1 0 -": how many rows one may read, add, change and delete; a dash where the role has no such right at all. And, where
 * the role may change what guards a row, a fifth: how many may be put into the compartment that `member` is in.
 */
export async function tryProbe(client: pg.ClientBase, way: Way, probe: Probe): Promise<string> {
  await client.query(`BEGIN;${way.enter}`)
  try {
    const read = await attempt(client, probe.read)
    const added: Outcome[] = []
    const [all, first] = await writable(client, probe.table)
    for (const add of probe.adds) added.push(all === null ? '-' : await attempt(client, add(all)))
    const change =
      first === null
        ? '-'
        : more(await attempt(client, probe.change(first)), await attempt(client, probe.changeBlindly(first)))
    const remove = await attempt(client, probe.remove)
    const add = added.includes('-') ? '-' : added.filter((outcome) => outcome !== 'x').length
    const shutIn = probe.shutIn === null ? '-' : await attempt(client, probe.shutIn)
    return [read, add, change, remove, ...(shutIn === '-' ? [] : [shutIn])].join(' ')
  } finally {
    await client.query('ROLLBACK')
  }
}

/** Of a table's columns those that the role may fill in a new row, and the first that it may change; null for none. */
async function writable(client: pg.ClientBase, table: string): Promise<readonly [string | null, string | null]> {
  const { rows } = await client.query<{ fill: string | null; change: string | null }>(
    `SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum)
        FILTER (WHERE has_column_privilege(attrelid, attnum, 'INSERT')) AS fill,
      (array_agg(quote_ident(attname) ORDER BY attnum)
        FILTER (WHERE has_column_privilege(attrelid, attnum, 'UPDATE') AND attidentity = ''))[1] AS change
    FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
    [table],
  )
  return [rows[0]?.fill ?? null, rows[0]?.change ?? null]
}

/** Rows touched; `-` without the right, `x` where a policy refused. */
type Outcome = number | '-' | 'x'

/** What lets more through. A row that only a check refused was let through by the policy before it. */
function more(one: Outcome, other: Outcome): Outcome {
  const rank = (outcome: Outcome): number => (outcome === '-' ? -1 : outcome === 'x' ? 0.5 : outcome)
  return rank(other) > rank(one) ? other : one
}

async function attempt(client: pg.ClientBase, sql: string): Promise<Outcome> {
  await client.query('SAVEPOINT probe')
  try {
    return (await client.query(sql)).rowCount ?? 0
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string }
    if (code === '42501') return message.includes('row-level security') ? 'x' : '-'
    // Class 23: a key or a constraint said no, after the policy had said yes.
    if (code.startsWith('23')) return 0
    throw error
  } finally {
    await client.query('ROLLBACK TO probe')
  }
}
