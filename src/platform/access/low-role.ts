import type pg from 'pg'

/** What the application's own login may step into; nothing beyond these. */
const STEPS = ['fp_gate', 'fp_staff', 'fp_partner', 'fp_victim', 'fp_public', 'fp_service', 'fp_disposal', 'fp_matcher']

const STEP_MISSING = 'it cannot become '

export class RoleTooHigh extends Error {
  constructor(readonly findings: readonly string[]) {
    super(
      findings.every((finding) => finding.startsWith(STEP_MISSING))
        ? `The database role in DATABASE_URL lacks its steps: ${findings.join('; ')}. ` +
            'Run `frankpledge migrate` with both DATABASE_URL and DATABASE_OWNER_URL: it grants them.'
        : `The database role in DATABASE_URL can do more than the application may: ${findings.join('; ')}. ` +
            'Use a role that owns nothing and inherits nothing: `frankpledge migrate` makes one.',
    )
  }
}

const QUESTIONS = `
  SELECT 'it is a superuser' AS finding FROM pg_roles WHERE rolname = session_user AND rolsuper
  UNION ALL SELECT 'it bypasses row-level security' FROM pg_roles WHERE rolname = session_user AND rolbypassrls
  UNION ALL SELECT 'it can make roles' FROM pg_roles WHERE rolname = session_user AND rolcreaterole
  UNION ALL SELECT 'it can make databases' FROM pg_roles WHERE rolname = session_user AND rolcreatedb
  UNION ALL SELECT 'it can replicate' FROM pg_roles WHERE rolname = session_user AND rolreplication
  UNION ALL SELECT 'it can make objects in the schema public'
    WHERE has_schema_privilege(session_user, 'public', 'CREATE')
  UNION ALL SELECT 'it can step into ' || rolname FROM pg_roles
    WHERE rolname <> session_user AND rolname <> ALL ($1) AND pg_has_role(session_user, oid, 'MEMBER')
  UNION ALL (
    SELECT 'it owns ' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE pg_get_userbyid(c.relowner) = session_user AND n.nspname NOT LIKE 'pg_temp%' ORDER BY c.relname LIMIT 5)
  UNION ALL SELECT 'it owns the database' FROM pg_database
    WHERE datname = current_database() AND pg_get_userbyid(datdba) = session_user
  UNION ALL (
    SELECT 'it has rights of its own on ' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm') AND c.relname <> 'schema_migration'
      AND has_table_privilege(session_user, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
    ORDER BY c.relname LIMIT 5)
  UNION ALL SELECT 'it cannot become ' || step FROM unnest($1::text[]) AS step
    WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = step AND pg_has_role(session_user, oid, 'MEMBER'))`

/**
 * Makes sure that the pool connects as a low role: no superuser, no bypass of row-level security, owner of nothing and
 * member of no owner, with no rights but its steps into the readers' roles. Throws RoleTooHigh; the server then does
 * not start.
 */
export async function assertLowRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ finding: string }>(QUESTIONS, [STEPS])
  if (rows.length > 0) throw new RoleTooHigh(rows.map((row) => row.finding))
}
