import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { systemReader } from '#platform/access/reader.ts'
import { as, until, untilRun, withJobWorld } from '#platform/jobs/testing/job-world.ts'
import { enqueueDaily } from '#platform/jobs/daily.ts'
import { disposalJob } from './disposal-job.ts'
import { dispose, waitForDisposal } from './dispose.ts'
import type { DisposalRule } from './rule.ts'
import { DAILY_RULES } from './rules.ts'

const world = withJobWorld([disposalJob])
const NOW = new Date('2026-11-23T03:00:00Z')
const ago = (days: number, seconds = 0) => new Date(NOW.getTime() - days * 86_400_000 - seconds * 1000)

function rule(code: string): DisposalRule {
  const found = DAILY_RULES.find((one) => one.code === code)
  if (found === undefined) throw new Error(`no rule ${code}`)
  return found
}

const account = () => world().ellis.account ?? ''
const sql = async (text: string, values: unknown[] = []) => (await world().owner.query(text, values)).rows
const draft = (key: string, at: Date) =>
  sql(`INSERT INTO draft (account_id, key, fields, saved_at) VALUES ($1, $2, '{}', $3)`, [account(), key, at])
const keysLeft = async () => (await sql('SELECT key FROM draft ORDER BY key')).map((row) => row.key)
const hold = (kind: string, subject: string) =>
  sql(`INSERT INTO legal_hold (kind, subject, reason, placed_by, placed_at) VALUES ($1, $2, 'inquest', $3, $4)`, [
    kind,
    subject,
    account(),
    NOW,
  ])
const clear = () => sql('TRUNCATE draft, legal_hold, disposal_certificate, idempotency_key, session, sign_in_attempt')

describe('drafts', () => {
  test('past 28 days go, and at 28 days stay; the certificate says what went, by which rule', async () => {
    await clear()
    await draft('old', ago(28, 1))
    await draft('on the day', ago(28))
    await draft('new', ago(1))
    expect(await dispose(world().store, rule('DSP-01'), NOW)).toEqual({ rule: 'DSP-01', rows: 1, held: 0 })
    expect(await keysLeft()).toEqual(['new', 'on the day'])
    expect(await sql('SELECT * FROM disposal_certificate')).toMatchObject([
      {
        rule: 'DSP-01',
        kind: 'draft',
        row_count: 1,
        held: 0,
        older_than: ago(28),
        subjects: [`${account()} old`],
        disposed_at: NOW,
      },
    ])
    expect(await sql('SELECT event, outcome, system_name, detail FROM audit_event')).toEqual([
      {
        event: 'draft.disposed',
        outcome: 'done',
        system_name: 'system:disposal',
        detail: { rule: 'DSP-01', rows: 1, held: 0 },
      },
    ])
    expect(await sql('SELECT kind, subject FROM audit_subject')).toEqual([
      { kind: 'draft', subject: `${account()} old` },
    ])
  })

  test('under a live hold stay, whether it names the draft or the account; once lifted they go', async () => {
    await clear()
    await draft('one', ago(40))
    await draft('two', ago(40))
    await hold('draft', 'one')
    expect(await dispose(world().store, rule('DSP-01'), NOW)).toEqual({ rule: 'DSP-01', rows: 1, held: 1 })
    expect(await keysLeft()).toEqual(['one'])
    await hold('account', account())
    await sql(`UPDATE legal_hold SET lifted_at = $1, lifted_by = $2, lifted_reason = 'over' WHERE kind = 'draft'`, [
      NOW,
      account(),
    ])
    expect(await dispose(world().store, rule('DSP-01'), NOW)).toMatchObject({ rows: 0, held: 1 })
    await sql(`UPDATE legal_hold SET lifted_at = $1, lifted_by = $2, lifted_reason = 'over'`, [NOW, account()])
    expect(await dispose(world().store, rule('DSP-01'), NOW)).toMatchObject({ rows: 1, held: 0 })
    expect(await keysLeft()).toEqual([])
  })

  test('go in batches, each with its certificate, and a run with nothing to do leaves none', async () => {
    await clear()
    for (let number = 0; number < 5; number++) await draft(`draft ${number}`, ago(40))
    expect(await dispose(world().store, rule('DSP-01'), NOW, 2)).toMatchObject({ rows: 5 })
    expect(await dispose(world().store, rule('DSP-01'), NOW, 2)).toMatchObject({ rows: 0 })
    expect(await sql('SELECT row_count FROM disposal_certificate ORDER BY id')).toEqual([
      { row_count: 2 },
      { row_count: 2 },
      { row_count: 1 },
    ])
  })

  test('wait for a hold that is just being placed', async () => {
    await clear()
    await draft('wanted', ago(40))
    const placing = await world().store.pool.connect()
    await placing.query('BEGIN; SET LOCAL ROLE fp_staff')
    await waitForDisposal(placing)
    const disposal = dispose(world().store, rule('DSP-01'), NOW)
    await until(
      () =>
        sql(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database =
        (SELECT oid FROM pg_database WHERE datname = current_database())`),
      (waiting) => waiting.length > 0,
    )
    await placing.query('RESET ROLE')
    await hold('draft', 'wanted')
    await placing.query('COMMIT')
    placing.release()
    expect(await disposal).toMatchObject({ rows: 0, held: 1 })
  })
})

test('the other rules: on both sides of their age, and of a hold', async () => {
  await clear()
  const key = (name: string, at: Date) =>
    sql(`INSERT INTO idempotency_key (account_id, key, command, input_hash, made_at) VALUES ($1, $2, 'a.b', '', $3)`, [
      account(),
      name,
      at,
    ])
  const session = (ended: Date | null, expires: Date) =>
    sql(
      `INSERT INTO session (token_hash, account_id, csrf_token, created_at, seen_at, proved_at, ended_at, expires_at)
      VALUES ($1, $2, '', $3, $3, $3, $4, $5)`,
      [createHash('sha256').update(randomUUID()).digest(), account(), ago(60), ended, expires],
    )
  await key('old-key-1', ago(7, 1))
  await key('new-key-1', ago(7))
  await session(ago(7, 1), ago(-1))
  await session(ago(7), ago(-1))
  await session(null, ago(7, 1))
  await session(null, ago(-1))
  for (const at of [ago(1, 1), ago(1)])
    await sql(
      `INSERT INTO sign_in_attempt (state_hash, code_verifier, nonce, return_to, browser_hash, purpose, started_at)
      VALUES ($1, '', '', '', sha256('browser'), 'sign-in', $2)`,
      [Buffer.from(at.toISOString()), at],
    )
  await hold('account', account())
  const run = async (code: string) => dispose(world().store, rule(code), NOW)
  expect(await run('DSP-02')).toMatchObject({ rows: 0, held: 1 })
  expect(await run('DSP-03')).toMatchObject({ rows: 0, held: 2 })
  await sql('TRUNCATE legal_hold')
  expect(await run('DSP-02')).toMatchObject({ rows: 1, held: 0 })
  expect(await run('DSP-03')).toMatchObject({ rows: 2, held: 0 })
  expect(await run('DSP-04')).toMatchObject({ rows: 1, held: 0 })
  expect(await sql('SELECT key FROM idempotency_key')).toEqual([{ key: 'new-key-1' }])
  expect(await sql('SELECT ended_at FROM session ORDER BY ended_at')).toEqual([
    { ended_at: ago(7) },
    { ended_at: null },
  ])
})

test('nobody but the disposal role deletes: not a person, and not a service', async () => {
  const remove = (table: string, reader = world().ellis) =>
    as(world(), reader, (tx) => tx.client.query(`DELETE FROM ${table}`))
  for (const table of [
    'audit_event',
    'audit_subject',
    'audit_seal',
    'document',
    'occurrence',
    'legal_hold',
    'disposal_certificate',
    'victim_session',
  ]) {
    await expect(remove(table)).rejects.toThrow(/permission denied/)
    await expect(remove(table, systemReader('system:test'))).rejects.toThrow(/permission denied/)
  }
})

test('the job runs every rule, once a day by itself', async () => {
  await clear()
  await draft('old', new Date('2000-01-01'))
  const before = world().clock.now().toISOString()
  world().clock.moveTo('2026-11-23T09:00:00Z')
  expect(await enqueueDaily(world().store, [disposalJob])).toEqual(['disposal.run'])
  await world().work([disposalJob])
  const [run] = await sql('SELECT id FROM job_run')
  const seen = await untilRun(world(), run.id, 'done')
  expect(seen).toMatchObject({ done: 5, total: 5, result: { 'DSP-01': { rows: 1, held: 0 } } })
  world().clock.moveTo(before)
})
