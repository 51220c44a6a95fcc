import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assertLowRole } from '#platform/access/low-role.ts'
import { contextStatements } from '#platform/db/context.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { transaction } from '#platform/db/transaction.ts'
import { systemReader } from '#platform/access/reader.ts'
import { buildWorld, type World } from '../world/world.ts'

const database = withTestDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database())
})
afterAll(() => world.close())

async function asRole<T>(role: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: database().urlFor(role), max: 1 })
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}

describe('The server starts', () => {
  test('as the low role that `migrate` makes', async () => {
    await expect(assertLowRole(world.store.pool)).resolves.toBeUndefined()
  })

  test('and not as the owner of the tables', async () => {
    const { rows } = await world.store.pool.query<{ role: string }>(
      `SELECT pg_get_userbyid(relowner) AS role FROM pg_class WHERE relname = 'document'`,
    )
    await expect(asRole(rows[0]?.role ?? '', assertLowRole)).rejects.toThrow('can do more than the application may')
  })

  // Each role is named after this database, since roles belong to the whole server.
  test.each([
    ['makes roles', 'it can make roles', (role: string) => `ALTER ROLE ${role} CREATEROLE`],
    ['makes databases', 'it can make databases', (role: string) => `ALTER ROLE ${role} CREATEDB`],
    ['can become another', 'it can step into', (role: string) => `CREATE ROLE ${role}_2; GRANT ${role}_2 TO ${role}`],
    [
      'owns a table',
      'it owns mine',
      (role: string) =>
        `GRANT CREATE ON SCHEMA public TO ${role}; CREATE TABLE mine (); ALTER TABLE mine OWNER TO ${role}`,
    ],
    [
      'has rights of its own',
      'it has rights of its own on document',
      (role: string) => `GRANT SELECT ON document TO ${role}`,
    ],
    [
      'makes tables',
      'it can make objects in the schema public',
      (role: string) => `GRANT CREATE ON SCHEMA public TO ${role}`,
    ],
    [
      'inherits',
      'it has rights of its own on',
      (role: string) => `ALTER ROLE ${role} INHERIT; REVOKE fp_service FROM ${role}; GRANT fp_service TO ${role}`,
    ],
    ['cannot take every step', 'it cannot become fp_disposal', (role: string) => `REVOKE fp_disposal FROM ${role}`],
  ])('and not as a role that %s', async (_words, finding, change) => {
    const role = `${database().name}_role`
    const steps = 'fp_gate, fp_staff, fp_partner, fp_victim, fp_public, fp_service, fp_disposal, fp_matcher'
    await world.owner(`CREATE ROLE ${role} LOGIN NOINHERIT; GRANT ${role} TO CURRENT_USER; GRANT ${steps} TO ${role};
      GRANT USAGE ON SCHEMA public TO ${role}`)
    try {
      await expect(asRole(role, assertLowRole)).resolves.toBeUndefined()
      await world.owner(change(role))
      await expect(asRole(role, assertLowRole)).rejects.toThrow(finding)
    } finally {
      await world.owner(`DROP OWNED BY ${role}; DROP ROLE IF EXISTS ${role}_2; DROP ROLE ${role}`)
    }
  })
})

describe('The database', () => {
  test('runs nothing as its owner but the search, and that knows its tables by a path of its own', async () => {
    const rows = await world.owner<{ name: string; settings: string[] | null }>(
      `SELECT nspname || '.' || proname AS name, proconfig AS settings FROM pg_proc JOIN pg_namespace n ON n.oid = pronamespace
      WHERE prosecdef AND nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    )
    const settings = ['search_path=public, pg_temp', 'jit=off', 'enable_seqscan=off']
    expect(rows).toEqual([
      { name: 'search.identifiers', settings },
      { name: 'search.parties', settings: [...settings, 'plan_cache_mode=force_generic_plan'] },
      { name: 'search.records', settings },
    ])
  })

  test('has its search in a schema where nobody else makes anything, and for members of the force alone', async () => {
    const roles = await world.owner<{ role: string; make: boolean; use: boolean; run: number; parts: number }>(
      `SELECT rolname AS role, has_schema_privilege(oid, 'search', 'CREATE') AS make,
        has_schema_privilege(oid, 'search', 'USAGE') AS use,
        (SELECT count(*)::integer FROM pg_proc p WHERE pronamespace = 'search'::regnamespace AND prosecdef
          AND has_function_privilege(r.oid, p.oid, 'EXECUTE')) AS run,
        (SELECT count(*)::integer FROM pg_proc p WHERE pronamespace = 'search'::regnamespace AND NOT prosecdef
          AND has_function_privilege(r.oid, p.oid, 'EXECUTE')) AS parts
      FROM pg_roles r WHERE rolname LIKE 'fp\\_%' OR rolname = 'frankpledge_app' ORDER BY 1`,
    )
    for (const { role, ...may } of roles)
      expect([role, may]).toEqual([
        role,
        { make: false, use: role === 'fp_staff', run: role === 'fp_staff' ? 3 : 0, parts: 0 },
      ])
    expect(roles.length).toBe(9)
  })

  test('guards every table by row-level security', async () => {
    const rows = await world.owner<{ relname: string }>(
      `SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
      WHERE nspname = 'public' AND relkind IN ('r', 'p') AND NOT relrowsecurity AND NOT relispartition`,
    )
    // The list of migrations tells nothing of people or work, and the application may only read it.
    expect(rows.map((row) => row.relname)).toEqual(['schema_migration'])
  })

  test('gives no role a way round the guarded table: partitions and views are nobody’s', async () => {
    const rows = await world.owner(
      `SELECT c.relname, r.rolname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, pg_roles r
      WHERE n.nspname = 'public' AND (c.relispartition OR c.relkind IN ('v', 'm')) AND c.relkind IN ('r', 'p', 'v', 'm')
        AND (r.rolname LIKE 'fp\\_%' OR r.rolname = 'frankpledge_app')
        AND has_any_column_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE')`,
    )
    expect(rows).toEqual([])
  })

  test('lets only the disposal role delete what people made', async () => {
    const rows = await world.owner<{ relname: string; rolname: string }>(
      `SELECT c.relname, r.rolname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, pg_roles r
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND r.rolname LIKE 'fp\\_%' AND r.rolname <> 'fp_disposal'
        AND has_table_privilege(r.oid, c.oid, 'DELETE, TRUNCATE')
      ORDER BY 1, 2`,
    )
    // Drafts, sessions and whom a tactic is told to are their owners' own; the service's are read models, and what an extract
    // or the looking for patterns says anew each time.
    expect(rows.map((row) => `${row.rolname} ${row.relname}`)).toEqual([
      'fp_service area_indicator',
      'fp_service area_nesting',
      'fp_partner draft',
      'fp_staff draft',
      'fp_service location_area',
      'fp_service measure_value',
      'fp_service monthly_count',
      'fp_service party_link',
      'fp_service party_name',
      'fp_service party_role',
      'fp_service population',
      'fp_service problem_candidate_row',
      'fp_gate session',
      'fp_gate sign_in_attempt',
      'fp_staff tactic_subscription',
      'fp_service victim_compliance',
      'fp_gate victim_session',
    ])
  })

  test('refuses the low role what it did not step into', async () => {
    await expect(world.store.pool.query('SELECT FROM document')).rejects.toThrow('permission denied')
    await expect(world.store.pool.query('ALTER TABLE document DISABLE ROW LEVEL SECURITY')).rejects.toThrow(
      'must be owner',
    )
    await expect(world.store.pool.query('SET ROLE postgres')).rejects.toThrow()
  })
})

describe('Who reads', () => {
  const reader = { ...systemReader('system:test'), principal: 'staff', roles: ['auditor'], areas: [1, 2] } as const
  const request = { requestId: 'r', purpose: 'p', origin: 'o' }
  const ASK = `SELECT current_user AS role, string_agg(coalesce(current_setting('app.' || name, true), ''), '') AS facts
    FROM unnest(ARRAY['account','agency','roles','areas','units','force_wide','clearance','compartments','request','victim']) AS name
    GROUP BY 1`

  test.each(['committed', 'rolled back'])('is forgotten by the connection when the transaction is %s', async (how) => {
    const pool = new pg.Pool({ connectionString: database().urlFor('frankpledge_app'), max: 1 })
    const store = { ...world.store, pool }
    const work = transaction(store, { reader }, request, async ({ open }) => {
      const tx = await open()
      const { rows } = await tx.client.query<{ role: string; facts: string }>(ASK)
      expect(rows[0]?.role).toBe('fp_staff')
      expect(rows[0]?.facts).toContain('auditor')
      if (how === 'rolled back') throw new Error('on purpose')
      return { value: undefined, audit: [] }
    })
    await (how === 'rolled back' ? expect(work).rejects.toThrow('on purpose') : work)
    expect((await pool.query(ASK)).rows).toEqual([{ role: 'frankpledge_app', facts: '' }])
    await pool.query('BEGIN; SET LOCAL ROLE fp_staff')
    expect((await pool.query('SELECT FROM document')).rowCount).toBe(0)
    await pool.query('ROLLBACK')
    await pool.end()
  })

  test('nothing said gives nothing: a role without its facts sees no row of the work', async () => {
    await world.addDocument()
    await world.addOccurrence()
    const client = await world.store.pool.connect()
    for (const role of ['fp_staff', 'fp_partner', 'fp_victim', 'fp_public']) {
      await client.query(`BEGIN; SET LOCAL ROLE ${role}`)
      for (const table of ['document', 'occurrence', 'audit_event']) {
        await client.query('SAVEPOINT s')
        const rows = await client.query(`SELECT FROM ${table}`).then(
          (answer) => answer.rowCount,
          () => 0,
        )
        expect([role, table, rows]).toEqual([role, table, 0])
        await client.query('ROLLBACK TO s')
      }
      await client.query('ROLLBACK')
    }
    client.release()
  })

  test('is a role of the list, whatever the words in it', () => {
    expect(contextStatements(reader, request)).toContain('SET LOCAL ROLE fp_staff')
  })
})
