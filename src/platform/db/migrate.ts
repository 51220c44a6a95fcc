import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { literal } from './literal.ts'
import { ensurePartitions } from './partitions.ts'

export interface MigrationReport {
  readonly applied: readonly string[]
  /** Name of the newest migration that the database now has. */
  readonly level: string
}

export interface MigrateOptions {
  readonly ownerUrl: string
  readonly folder: string
  /** The login role of the application, granted its steps into the reader roles. Made where the owner may. */
  readonly appRole: string
  readonly now: Date
  /** Apply up to this one only (by file name); for restoring an older archive. */
  readonly upTo?: string
  /** Steps that a library brings (the job queue's own tables), after ours. */
  readonly after?: (client: pg.ClientBase) => Promise<void>
}

/** The readers' roles, which the application's login may step into. */
const STEPS = ['fp_gate', 'fp_staff', 'fp_partner', 'fp_victim', 'fp_public', 'fp_service', 'fp_disposal', 'fp_matcher']

const LOCK = 727_001 // any number, the same for every process that migrates

/**
 * Applies what is missing, in order of the four-digit number, each in a transaction of its own, one process at a time.
 * Throws when a migration that was applied has since been edited, or when two files share a number.
 */
export async function migrate(options: MigrateOptions): Promise<MigrationReport> {
  const client = new pg.Client({ connectionString: options.ownerUrl, application_name: 'frankpledge migrate' })
  await client.connect()
  try {
    await client.query(`SELECT pg_advisory_lock(${LOCK})`)
    const applied = await applyMissing(client, options)
    await options.after?.(client)
    await grantSteps(client, options.appRole)
    await ensurePartitions(client, options.now)
    return { applied, level: await currentLevel(client) }
  } finally {
    await client.end()
  }
}

async function applyMissing(client: pg.Client, options: MigrateOptions): Promise<string[]> {
  await client.query(`CREATE TABLE IF NOT EXISTS schema_migration (
    name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL)`)
  const { rows } = await client.query<{ name: string; sha256: string }>('SELECT name, sha256 FROM schema_migration')
  const known = new Map(rows.map((row) => [row.name, row.sha256]))
  const applied: string[] = []
  for (const name of await migrationNames(options.folder)) {
    if (options.upTo !== undefined && name > options.upTo) break
    const sql = await readFile(join(options.folder, name), 'utf8')
    const sha256 = createHash('sha256').update(sql).digest('hex')
    const before = known.get(name)
    if (before === sha256) continue
    if (before !== undefined)
      throw new Error(
        `${name} is another one than this database was made with. Use the release that it comes from; a demonstration’s ` +
          'data folder can be removed, and is made anew. To change what was released, add a new migration.',
      )
    await applyOne(client, name, sql, sha256)
    applied.push(name)
  }
  return applied
}

async function applyOne(client: pg.Client, name: string, sql: string, sha256: string): Promise<void> {
  try {
    await client.query(
      `BEGIN; SET LOCAL lock_timeout = '5s'; ${sql}
      ;INSERT INTO schema_migration VALUES (${literal(name)}, ${literal(sha256)}, now()); COMMIT;`,
    )
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

/** The migrations in the folder, in order. Throws on a name without its number, or on a number used twice. */
export async function migrationNames(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  const seen = new Set<string>()
  for (const name of names) {
    const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]
    if (number === undefined) throw new Error(`Not a migration's name (NNNN_module_what.sql): ${name}`)
    if (seen.has(number)) throw new Error(`Two migrations have the number ${number}.`)
    seen.add(number)
  }
  return names
}

async function currentLevel(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ level: string | null }>('SELECT max(name) AS level FROM schema_migration')
  return rows[0]?.level ?? ''
}

async function grantSteps(client: pg.Client, appRole: string): Promise<void> {
  const role = pg.escapeIdentifier(appRole)
  const exists = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [appRole])
  if (exists.rowCount === 0) await client.query(`CREATE ROLE ${role} LOGIN NOINHERIT`)
  // Only what is missing, so that an owner who may no longer make roles can go on migrating.
  const { rows } = await client.query<{ step: string }>(
    `SELECT step FROM unnest($2::text[]) AS step WHERE NOT pg_has_role($1, step, 'MEMBER')`,
    [appRole, STEPS],
  )
  if (rows.length > 0) await client.query(`GRANT ${rows.map(({ step }) => step).join(', ')} TO ${role}`)
  await client.query(`GRANT USAGE ON SCHEMA public TO ${role}; GRANT SELECT ON schema_migration TO ${role}`)
  // Of the database and not of its schema, so neither a template nor an archive carries it. Only imports pass rows through
  // a temporary table; anybody else could only put one in the place of ours.
  await client.query(`DO $$ BEGIN
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO fp_service', current_database());
  END $$`)
}
