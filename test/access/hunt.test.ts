import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { download } from '#kernel/operations.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { createServer } from '#platform/http/server.ts'
import { tokenHash } from '#platform/http/session-cookie.ts'
import { about } from '#platform/operations/define.ts'
import { startDownload } from '#platform/operations/run.ts'
import { buildWorld, type World } from '../world/world.ts'
import type { PersonaName } from '../world/personas.ts'
import { makeApplication, type Application } from './application.ts'

/** Ways round the doors that were found open once, each held shut by a test. */

const database = withTestDatabase()
let world: World
let application: Application

beforeAll(async () => {
  world = await buildWorld(database())
  application = await makeApplication(world)
})
afterAll(async () => {
  await application.server.close()
  await world.close()
})

interface Row {
  readonly event: string
  readonly outcome: string
  readonly account_id: string | null
  readonly subjects: string[]
}

/** The lines of the audit that `work` leaves. */
async function audited(work: () => Promise<unknown>): Promise<Row[]> {
  const [before] = await world.owner<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM audit_event')
  await work()
  return world.owner<Row>(
    `SELECT e.event, e.outcome, e.account_id, coalesce(array_agg(s.kind || ' ' || s.subject ORDER BY s.kind)
      FILTER (WHERE s.kind IS NOT NULL), '{}') AS subjects
    FROM audit_event e LEFT JOIN audit_subject s ON s.at = e.at AND s.audit_id = e.id WHERE e.id > $1
    GROUP BY e.at, e.id, e.event, e.outcome, e.account_id ORDER BY e.id`,
    [before?.id ?? 0],
  )
}

async function csrfOf(token: string): Promise<string> {
  const sql = 'SELECT csrf_token FROM session WHERE token_hash = $1'
  const [row] = await world.owner<{ csrf_token: string }>(sql, [tokenHash(token)])
  return row?.csrf_token ?? ''
}

async function post(persona: PersonaName, url: string, payload: Readonly<Record<string, unknown>>) {
  const token = await world.token(persona)
  const headers = { 'x-csrf-token': await csrfOf(token) }
  return application.server.inject({ method: 'POST', url, cookies: { fp_session: token }, headers, payload })
}

describe('The way back from a choice of theme', () => {
  test.each(['//evil.example/x', '/\\evil.example', '///evil.example'])('leads to no other site: %s', async (path) => {
    const { headers } = await application.server.inject({
      method: 'POST',
      url: '/preferences',
      headers: { host: 'force.example', referer: `https://force.example${path}` },
      payload: { theme: 'night' },
    })
    expect(headers.location).toMatch(/^\/(?![/\\])/)
  })
})

describe('The audit knows', () => {
  test('of whom somebody was told what stands now, when their change came too late', async () => {
    const { account } = world.personas.sergeantA
    const change = { id: account, version: 99, name: 'X', agency: world.agencies.force, clearance: 'OFFICIAL' }
    const rows = await audited(async () => {
      const answer = await post('administrator', '/api/account/change', change)
      expect(answer.statusCode).toBe(409)
      expect(answer.json<{ theirs: unknown }>().theirs).toMatchObject({ name: 'PS Ellis' })
    })
    expect(rows).toMatchObject([{ event: 'account.changed', outcome: 'failed', subjects: [`account ${account}`] }])
  })

  test('whom a refused posting is of, too', async () => {
    const { account, posting } = world.personas.sergeantA
    const change = { id: posting, version: 99, title: 'X', roles: ['officer'], starts: '2020-01-01' }
    const rows = await audited(() => post('administrator', '/api/posting/change', change))
    expect(rows[0]?.subjects).toEqual([`account ${account}`, `posting ${posting}`])
  })

  test('what a refusal was about: by a role, and by a rule', async () => {
    const { account } = world.personas.sergeantA
    const own = world.personas.administrator.account
    const byRole = await audited(() => post('officerB', '/api/account/leave', { id: account, version: 1 }))
    expect(byRole).toMatchObject([{ event: 'account.left', outcome: 'refused', subjects: [`account ${account}`] }])
    const byRule = await audited(() => post('administrator', '/api/account/leave', { id: own, version: 1 }))
    expect(byRule).toMatchObject([{ event: 'account.left', outcome: 'refused', subjects: [`account ${own}`] }])
  })

  test.each([
    ['locked', 'sergeantA', 'UPDATE session SET locked_at = seen_at WHERE token_hash = $1'],
    ['over', 'officerB', 'UPDATE session SET ended_at = seen_at WHERE token_hash = $1'],
  ] as const)('whose session it was that was used while %s', async (_words, persona, sql) => {
    const token = await world.token(persona)
    await world.owner(sql, [tokenHash(token)])
    const rows = await audited(() =>
      application.server.inject({ url: '/api/document/list', cookies: { fp_session: token } }),
    )
    expect(rows).toMatchObject([{ outcome: 'refused', account_id: world.personas[persona].account }])
  })
})

describe('A draft', () => {
  test.each(['javascript:alert(1)', '//evil.example', '/\\evil.example', 'Jane Doe, 1 High Street', ''])(
    'is kept under the address of a page and under nothing else: %s',
    async (key) => {
      expect((await post('sergeantA', '/api/draft/save', { key, fields: {} })).statusCode).toBe(400)
    },
  )
})

describe('An administrator', () => {
  test('changes nothing of their own account, nor posts themselves anywhere', async () => {
    const { account, posting } = world.personas.administrator
    const term = { title: 'X', roles: ['auditor'], starts: '2020-01-01' }
    const acts: [string, Record<string, unknown>][] = [
      [
        '/api/account/change',
        { id: account, version: 1, name: 'X', agency: world.agencies.force, clearance: 'OFFICIAL-SENSITIVE' },
      ],
      ['/api/posting/add', { account, unit: world.units.desk, ...term }],
      ['/api/posting/change', { id: posting, version: 1, ...term }],
      ['/api/posting/end', { id: posting, version: 1, ends: '2030-01-01' }],
    ]
    for (const [url, body] of acts) {
      const answer = await post('administrator', url, body)
      expect([url, answer.statusCode, answer.json<{ rule?: string }>().rule]).toEqual([url, 422, 'ORG07'])
    }
  })
})

describe('The limit of requests', () => {
  test('is not passed by making up another session for each', async () => {
    const options = { assetsFolder: null, requestsPerMinute: 5, secure: true, logLevel: 'silent' } as const
    const server = await createServer(options)
    server.get('/', () => 'here')
    const statuses = []
    for (let i = 0; i < 7; i += 1)
      statuses.push((await server.inject({ url: '/', cookies: { fp_session: `made-up-${i}` } })).statusCode)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429])
    await server.close()
  })

  test('does not let a request take for ever to arrive', () => {
    expect(application.server.server.requestTimeout).toBeGreaterThan(0)
  })
})

describe('A download', () => {
  const body = () => Readable.from(['a', 'b'])
  const piece = download({
    name: 'test.piece',
    summary: 'A test',
    input: z.object({}),
    access: { staff: 'any' },
    purpose: 'test',
    audit: { event: 'test.downloaded', subjects: about.nobody },
    run: () => Promise.resolve({ fileName: 'a', mediaType: 'text/plain', rows: 2, body: body() }),
  })

  test('that ends while the database is away is written down once it is back, and ends no process', async () => {
    const who = await world.signIn('sergeantA')
    let away = 0
    const pool = Object.assign(Object.create(world.store.pool) as typeof world.store.pool, {
      connect: () => (away-- > 0 ? Promise.reject(new Error('away')) : world.store.pool.connect()),
    })
    const rows = await audited(async () => {
      const request = { requestId: 'r', origin: 'o' }
      const started = await startDownload({ ...world.store, pool }, piece, { who, request, input: {} })
      away = 1
      await started.body.toArray()
      await sleep(1_500)
    })
    expect(rows.map((row) => row.outcome)).toEqual(['intended', 'done'])
  })

  test('that nobody reads on does not hold a connection for ever', async () => {
    const { rows } = await world.store.pool.query<{ timeout: string }>(
      `SELECT setting AS timeout FROM pg_settings WHERE name = 'idle_in_transaction_session_timeout'`,
    )
    expect(Number(rows[0]?.timeout)).toBeGreaterThan(0)
  })
})
