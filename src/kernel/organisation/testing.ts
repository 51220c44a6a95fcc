import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { PUBLIC_READER, type Reader } from '#platform/access/reader.ts'
import { newToken } from '#platform/http/session-cookie.ts'
import { fixedClock } from '#platform/clock/clock.ts'
import { openPool } from '#platform/db/database.ts'
import { ensurePartitions } from '#platform/db/partitions.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import type { Store } from '#platform/db/transaction.ts'
import type { Command, Query } from '#platform/operations/define.ts'
import { run, type Call } from '#platform/operations/run.ts'
import type { z } from 'zod'

export type SmallForce = Awaited<ReturnType<typeof makeForce>>

/**
 * A force with an administrator and a second one, a sergeant at Reading, a records custodian, and a council with one
 * person. Made before the first test, gone after the last. It is Monday 23 November 2026, 14:45.
 */
export function withSmallForce(): () => SmallForce {
  const database = withTestDatabase()
  let force: SmallForce | undefined
  beforeAll(async () => {
    force = await makeForce(database().ownerUrl, database().urlFor('frankpledge_app'))
  })
  afterAll(async () => {
    await force?.end()
  })
  return () => {
    if (force === undefined) throw new Error('The force is there only within a test or hook')
    return force
  }
}

async function makeForce(ownerUrl: string, appUrl: string) {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const pool = openPool({ url: appUrl, poolSize: 4, statementTimeout: 20_000 })
  const clock = fixedClock('2026-11-23T14:45:00Z')
  await ensurePartitions(owner, clock.now())
  const store: Store = { pool, clock, subscriptions: [] }
  const one = async (sql: string, ...parameters: unknown[]): Promise<number> => {
    const { rows } = await owner.query<{ id: number }>(`${sql} RETURNING id`, parameters)
    return rows[0]?.id ?? 0
  }
  const agency = (name: string, kind: string): Promise<number> =>
    one(`INSERT INTO agency (name, kind, valid_from) VALUES ($1, $2, '2000-01-01')`, name, kind)
  const unit = (code: string, name: string, of: number, parent: number | null = null): Promise<number> =>
    one(
      `INSERT INTO unit (agency_id, parent_id, code, name, valid_from) VALUES ($1, $2, $3, $4, '2016-04-01')`,
      of,
      parent,
      code,
      name,
    )
  const person = async (name: string, number: string, of: number, principal = 'staff'): Promise<string> => {
    const id = randomUUID()
    await owner.query(
      `INSERT INTO account (id, issuer, subject, principal, agency_id, name, number) VALUES ($1, 'https://id.example', $2, $3, $4, $5, $2)`,
      [id, number, principal, of, name],
    )
    return id
  }
  const post = (account: string, at: number, title: string, roles: string[], ends: string | null = null) =>
    one(
      `INSERT INTO posting (account_id, unit_id, title, roles, starts, ends) VALUES ($1, $2, $3, $4, '2020-01-06', $5)`,
      account,
      at,
      title,
      roles,
      ends,
    )
  const readerOf = (
    account: string,
    posting: number,
    of: number,
    roles: string[],
    more: Partial<Reader> = {},
  ): Reader => ({
    ...PUBLIC_READER,
    principal: 'staff',
    account,
    name: 'Tester',
    posting,
    postingTitle: 'Tester',
    agency: of,
    roles,
    clearance: 'OFFICIAL-SENSITIVE',
    ...more,
  })

  const police = await agency('Thames Valley Police', 'police-force')
  const council = await agency('Reading Borough Council', 'local-authority')
  const headquarters = await unit('HQ', 'Headquarters', police)
  const reading = await unit('RDG', 'Reading LPA', police, headquarters)
  const east = await unit('RDG-E', 'Neighbourhood East', police, reading)
  const housing = await unit('RBC-H', 'Council housing', council)
  const people = {
    admin: await person('Ms Rowe', '9001', police),
    second: await person('Mr Dass', '9002', police),
    sergeant: await person('PS Ellis', '4711', police),
    custodian: await person('Ms Quayle', '9003', police),
    officer: await person('Jo Farrant', 'H-12', council, 'partner'),
  }
  const posts = {
    admin: await post(people.admin, headquarters, 'System administrator', ['administrator']),
    second: await post(people.second, headquarters, 'System administrator', ['administrator']),
    sergeant: await post(people.sergeant, east, 'Neighbourhood sergeant', ['officer', 'supervisor']),
    custodian: await post(people.custodian, headquarters, 'Records custodian', ['records-custodian']),
    officer: await post(people.officer, housing, 'Housing officer', ['partner']),
  }
  const readers = {
    admin: readerOf(people.admin, posts.admin, police, ['administrator']),
    second: readerOf(people.second, posts.second, police, ['administrator']),
    sergeant: readerOf(people.sergeant, posts.sergeant, police, ['officer', 'supervisor'], { units: [east] }),
    custodian: readerOf(people.custodian, posts.custodian, police, ['records-custodian']),
  }
  return {
    owner,
    pool,
    clock,
    store,
    people,
    posts,
    readers,
    agency,
    unit,
    person,
    post,
    agencies: {
      police,
      council,
    },
    units: {
      headquarters,
      reading,
      east,
      housing,
    },
    as: <I extends z.ZodType, O extends z.ZodType>(
      reader: Reader,
      operation: Command<string, I, O> | Query<string, I, O>,
      input: unknown,
      more: Pick<Call, 'key' | 'draft'> = {},
    ): Promise<z.output<O>> =>
      run(store, operation, {
        who: { reader },
        request: {
          requestId: 'test',
          origin: 'test',
        },
        input,
        ...more,
      }),
    session: async (
      account: string,
      posting: number,
    ): Promise<{
      cookie: string
      csrf: string
      hash: Buffer
    }> => {
      const { token, hash } = newToken()
      await owner.query(
        `INSERT INTO session (token_hash, account_id, posting_id, csrf_token, created_at, seen_at, proved_at, expires_at)
        VALUES ($1, $2, $3, 'csrf-token', $4, $4, $4, $4::timestamptz + interval '8 hours')`,
        [hash, account, posting, clock.now()],
      )
      return {
        cookie: `fp_session=${token}`,
        csrf: 'csrf-token',
        hash,
      }
    },
    audited: async (
      event: string,
    ): Promise<
      {
        outcome: string
        subjects: string[]
      }[]
    > => {
      const { rows } = await owner.query<{
        outcome: string
        subjects: string[]
      }>(
        `SELECT e.outcome, coalesce(array_agg(s.kind || ' ' || s.subject) FILTER (WHERE s.kind IS NOT NULL), '{}') AS subjects
        FROM audit_event e LEFT JOIN audit_subject s ON s.at = e.at AND s.audit_id = e.id
        WHERE e.event = $1 GROUP BY e.at, e.id, e.outcome ORDER BY e.id`,
        [event],
      )
      return rows
    },
    end: async (): Promise<void> => {
      await pool.end()
      await owner.end()
    },
  }
}
