import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { systemReader } from '#platform/access/reader.ts'
import { auditStatement, type AuditEntry } from '#platform/audit/entry.ts'
import { openPool } from '#platform/db/database.ts'
import { importTables, type OrganisationFiles } from './import-organisation.ts'
import { checkProvider, type ProviderCheck, type ProviderSettings } from './provider-check.ts'
import type { TableReport } from './rejection.ts'

interface FirstAdministrator {
  /** The identity provider's address, exactly as it calls itself. */
  readonly issuer: string
  /** What the provider calls this person, for ever: its claim `sub`. */
  readonly subject: string
  readonly name: string
  /** Collar or staff number. */
  readonly number: string
}

export interface ImportOptions {
  /**
   * Of the tables' owner. The application's roles cannot do this: on an empty database there is no administrator yet whom
   * row-level security would let write, and no policy lets anybody make the installation.
   */
  readonly ownerUrl: string
  readonly now: Date
  readonly files: OrganisationFiles
  /** Does everything, says what it came to, and takes it all back. */
  readonly dryRun: boolean
  /** Keeps the good rows of files that have bad ones; otherwise one bad row and nothing is kept. */
  readonly keepGood: boolean
}

export interface SetupOptions extends ImportOptions {
  /** "Thames Valley Police" */
  readonly forceName: string
  /** The publisher of the force's own open data: `thames-valley`. */
  readonly publisher: string
  readonly administrator: FirstAdministrator
  readonly provider: ProviderSettings | null
}

export interface ImportReport {
  /** Whether anything was kept. */
  readonly kept: boolean
  readonly tables: readonly TableReport[]
  /** One beside each file that had bad rows, with where and why. */
  readonly errorFiles: readonly string[]
}

export interface SetupReport extends ImportReport {
  readonly provider: ProviderCheck
}

/** Setting up is refused: says why and what to do instead. */
export class SetupRefused extends Error {
  override readonly name = 'SetupRefused'
}

/** Code of the unit in which the first administrator is posted. */
const FIRST_UNIT = 'FORCE'

/**
 * A real force's first day, on a migrated and empty database: the installation, the force's agency with one unit, its first
 * administrator, then the tables. All or nothing. Throws SetupRefused on a database that has been set up.
 */
export async function setup(options: SetupOptions): Promise<SetupReport> {
  refuseBadNames(options)
  const provider = await checkProvider(options.provider, options.administrator.issuer)
  return asOwner(options.ownerUrl, async (client) => {
    await refuseSecondTime(client)
    const ownAgency = await makeForce(client, options)
    const report = await importInto(client, options, ownAgency, options.administrator.issuer)
    const keep = report.kept && provider.ok
    const entry = { event: 'installation.set-up', outcome: 'done', subjects: [], detail: countsOf(report) } as const
    await finish(client, options.now, keep, entry)
    return { ...report, kept: keep, provider }
  })
}

/**
 * The tables again, later: a reorganisation, a new intake. Idempotent: what stands already is left, by code or number.
 * Throws SetupRefused on a database that has not been set up.
 */
export async function importOrganisation(options: ImportOptions): Promise<ImportReport> {
  return asOwner(options.ownerUrl, async (client) => {
    // The force's own agency is the first that was made, whatever it is called by now.
    const { rows } = await client.query<{ id: number; issuer: string }>(
      `SELECT g.id, mode() WITHIN GROUP (ORDER BY a.issuer) AS issuer FROM installation, agency g
      JOIN account a ON a.agency_id = g.id WHERE g.kind = 'police-force' GROUP BY g.id ORDER BY g.id LIMIT 1`,
    )
    const force = rows[0]
    if (force === undefined) throw new SetupRefused('This database has not been set up. Run setup first.')
    const report = await importInto(client, options, force.id, force.issuer)
    const entry = { event: 'organisation.imported', outcome: 'done', subjects: [], detail: countsOf(report) } as const
    await finish(client, options.now, report.kept, entry)
    return report
  })
}

async function importInto(
  client: pg.ClientBase,
  { files, now, dryRun, keepGood }: ImportOptions,
  ownAgency: number,
  issuer: string,
): Promise<ImportReport> {
  const { tables, errorFiles } = await importTables(client, files, { ownAgency, issuer, now })
  const bad = tables.some((table) => table.rejected.length > 0)
  return { kept: !dryRun && (keepGood || !bad), tables, errorFiles }
}

function countsOf({ tables }: ImportReport): Record<string, unknown> {
  return Object.fromEntries(
    tables.map(({ table, made, changed, rejected }) => [table, { made, changed, rejected: rejected.length }]),
  )
}

async function finish(client: pg.ClientBase, now: Date, keep: boolean, entry: AuditEntry): Promise<void> {
  const request = { requestId: randomUUID(), purpose: 'setting up', origin: 'command line' }
  if (keep) await client.query(`${auditStatement(entry, systemReader('system:setup'), request, now)}COMMIT`)
  else await client.query('ROLLBACK')
}

async function asOwner<T>(ownerUrl: string, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const pool = openPool({ url: ownerUrl, poolSize: 1, statementTimeout: 0 })
  try {
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      return await work(client)
    } finally {
      // Ending the connection takes back whatever was not committed.
      client.release(true)
    }
  } finally {
    await pool.end()
  }
}

function refuseBadNames({ forceName, publisher, administrator }: SetupOptions): void {
  if (forceName.trim() === '') throw new SetupRefused('Give the force’s name.')
  if (!/^[a-z0-9-]+$/.test(publisher))
    throw new SetupRefused('Give the publisher as police.uk names it, in small letters with hyphens: thames-valley')
  for (const [field, value] of Object.entries(administrator))
    if (value.trim() === '') throw new SetupRefused(`Give the first administrator’s ${field}.`)
}

async function refuseSecondTime(client: pg.ClientBase): Promise<void> {
  // Two at once: the second waits here, and then finds the first.
  await client.query('LOCK TABLE installation IN SHARE ROW EXCLUSIVE MODE')
  const { rows } = await client.query<{ force_name: string }>('SELECT force_name FROM installation')
  if (rows[0] !== undefined)
    throw new SetupRefused(
      `This database is set up for ${rows[0].force_name} already, and is set up only once. To bring in more areas, units, people or postings, run setup with --add; to begin again, make a new database.`,
    )
  const { rowCount } = await client.query('SELECT FROM account LIMIT 1')
  if (rowCount !== 0) throw new SetupRefused('There are accounts in this database already. Use an empty one.')
}

async function makeForce(client: pg.ClientBase, options: SetupOptions): Promise<number> {
  const { forceName, publisher, administrator, now } = options
  const today = londonDateAt(now)
  await client.query('INSERT INTO installation (force_name, publisher, created_at) VALUES ($1, $2, $3)', [
    forceName,
    publisher,
    now,
  ])
  const { rows } = await client.query<{ agency_id: number }>(
    `WITH force AS (
      INSERT INTO agency (name, kind, valid_from) VALUES ($1, 'police-force', $2) RETURNING id
    ), first_unit AS (
      INSERT INTO unit (agency_id, code, name, valid_from) SELECT id, $3, $1, $2 FROM force RETURNING id, agency_id
    ), person AS (
      INSERT INTO account (id, issuer, subject, principal, agency_id, name, number)
      SELECT $4, $5, $6, 'staff', agency_id, $7, $8 FROM first_unit RETURNING id
    )
    INSERT INTO posting (account_id, unit_id, title, roles, force_wide, starts)
    SELECT person.id, first_unit.id, 'System administrator', ARRAY['administrator'], true, $2 FROM person, first_unit
    RETURNING (SELECT agency_id FROM first_unit) AS agency_id`,
    [
      forceName,
      today,
      FIRST_UNIT,
      randomUUID(),
      administrator.issuer,
      administrator.subject,
      administrator.name,
      administrator.number,
    ],
  )
  const agency = rows[0]?.agency_id
  if (agency === undefined) throw new Error('The force was not made.')
  return agency
}
