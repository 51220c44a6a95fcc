import { appendFile, readFile, rm, truncate } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import type pg from 'pg'
import { describe, expect, test } from 'vitest'
import { auditStatement } from './entry.ts'
import { exportHeads, HeadsDisagree } from './export-heads.ts'
import { lastSealIn, readSeals } from './heads-file.ts'
import { sealLag } from './lag.ts'
import { sealNext, startSealer } from './sealer.ts'
import { asAuditSystem } from './system.ts'
import { logRead, sealAll, withAuditWorld } from './testing/audit-world.ts'
import { verifyAudit } from './verify.ts'
import { systemReader } from '#platform/access/reader.ts'

const world = withAuditWorld()

const rowsAndSeals = async () => {
  const { rows } = await world().owner.query<{
    rows: number
    sealed: number
    times: number | null
    seqs: number[] | null
  }>(
    `SELECT (SELECT count(*) FROM audit_event)::int AS rows, (SELECT sum(row_count) FROM audit_seal)::int AS sealed,
      (SELECT max(times) FROM (SELECT count(*)::int AS times FROM audit_event e JOIN audit_seal s
        ON s.era = e.era AND e.xact >= s.from_xact AND e.xact < s.to_xact GROUP BY e.id) AS each_row) AS times,
      (SELECT array_agg(seq::int ORDER BY seq) FROM audit_seal) AS seqs`,
  )
  return rows[0]
}

const waiting = () => asAuditSystem(world().store, 'a test', async (tx) => ({ value: await sealLag(tx), audit: [] }))

/** What transactions may do between two rounds of sealing: any of these, each on a connection of its own. */
type Step = { readonly do: 'begin' | 'write' | 'commit' | 'roll back'; readonly who: number } | { readonly do: 'seal' }
const WRITERS = 4
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('begin', 'write', 'write', 'commit', 'roll back'),
      who: fc.nat(WRITERS - 1),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'seal' as const }) },
)

/** One step, as a writer that is or is not inside a transaction: what makes no sense there is left out. */
async function take(taken: Step, clients: readonly pg.PoolClient[], inside: boolean[], batch: number): Promise<void> {
  if (taken.do === 'seal') {
    await sealNext(world().store, batch)
    return
  }
  const client = clients[taken.who]
  if (client === undefined) return
  if (taken.do === 'begin' && !inside[taken.who]) await client.query('BEGIN; SET LOCAL ROLE fp_service')
  else if (taken.do === 'write' && inside[taken.who]) await client.query(entry(taken.who))
  else if (taken.do === 'commit' && inside[taken.who]) await client.query('COMMIT')
  else if (taken.do === 'roll back' && inside[taken.who]) await client.query('ROLLBACK')
  else return
  inside[taken.who] = taken.do === 'begin' || taken.do === 'write'
}

const entry = (who: number): string =>
  auditStatement(
    { event: 'document.opened', outcome: 'done', subjects: [{ kind: 'document', id: who }] },
    systemReader('system:test'),
    { requestId: 'test', purpose: 'a test', origin: 'test' },
    world().clock.now(),
  )

describe('sealing', () => {
  test('covers each row exactly once and leaves no gap, however transactions interleave', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 5, maxLength: 60 }),
        fc.integer({ min: 1, max: 4 }),
        async (steps, batch) => {
          await world().owner.query('TRUNCATE audit_event, audit_subject, audit_seal, audit_verification')
          await rm(world().headsFile, { force: true })
          const clients = await Promise.all(Array.from({ length: WRITERS }, () => world().store.pool.connect()))
          const inside = clients.map(() => false)
          try {
            for (const each of steps) await take(each, clients, inside, batch)
            for (const [who, client] of clients.entries()) if (inside[who]) await client.query('COMMIT')
          } finally {
            for (const client of clients) client.release()
          }
          await sealAll(world(), batch)
          const after = await rowsAndSeals()
          expect(after?.sealed ?? 0).toBe(after?.rows)
          expect(after?.times ?? 1).toBe(1)
          expect(after?.seqs ?? []).toEqual((after?.seqs ?? []).map((_, index) => index + 1))
          const file = after?.rows === 0 ? null : world().headsFile
          expect((await verifyAudit(world().store, file)).findings).toEqual([])
        },
      ),
      { numRuns: 40 },
    )
  }, 120_000)

  test('waits for a writer that runs long, and says how far it is behind', async () => {
    const slow = await world().store.pool.connect()
    try {
      await slow.query(`BEGIN; SET LOCAL ROLE fp_service; ${entry(1)}`)
      await logRead(world())
      expect((await sealNext(world().store)).sealed).toBeNull()
      const start = world().clock.now()
      world().clock.moveTo(new Date(start.getTime() + 90_000).toISOString())
      expect(await waiting()).toMatchObject({ last: null, unsealedRows: 1, seconds: 90 })
      await slow.query('COMMIT')
      world().clock.moveTo(start.toISOString())
    } finally {
      slow.release()
    }
    await sealAll(world())
    expect(await rowsAndSeals()).toMatchObject({ rows: 2, sealed: 2, times: 1 })
    expect(await waiting()).toMatchObject({ unsealedRows: 0, seconds: 0 })
  })

  test('is not behind because of what tells of long ago: nothing waits for longer than since the last seal', async () => {
    await logRead(world())
    await sealAll(world())
    const sealed = world().clock.now()
    await world().owner.query(`INSERT INTO audit_event (at, event, outcome, principal, purpose, origin, request_id)
      SELECT min(at) - interval '25 hours', 'document.opened', 'done', 'staff', '', '', '' FROM audit_event`)
    world().clock.moveTo(new Date(sealed.getTime() + 40_000).toISOString())
    expect(await waiting()).toMatchObject({ unsealedRows: 1, seconds: 40 })
    world().clock.moveTo(sealed.toISOString())
    await sealAll(world())
    expect(await waiting()).toMatchObject({ unsealedRows: 0, seconds: 0 })
  })

  test('is done by one process at a time', async () => {
    for (let row = 0; row < 20; row++) await logRead(world())
    await Promise.all(Array.from({ length: 5 }, () => sealNext(world().store, 3)))
    await sealAll(world(), 3)
    expect(await rowsAndSeals()).toMatchObject({ rows: 20, sealed: 20, times: 1 })
    expect((await verifyAudit(world().store, world().headsFile)).findings).toEqual([])
  })

  test('never splits a transaction, however many rows it wrote', async () => {
    const client = await world().store.pool.connect()
    await client.query(
      `BEGIN; SET LOCAL ROLE fp_service; ${Array.from({ length: 25 }, () => entry(1)).join('')} COMMIT`,
    )
    client.release()
    await logRead(world())
    await sealAll(world(), 10)
    const { rows } = await world().owner.query('SELECT row_count FROM audit_seal ORDER BY seq')
    expect(rows).toEqual([{ row_count: 25 }, { row_count: 1 }])
  })

  test('goes by the number of a transaction and not by its text: 9 before 10', async () => {
    await world().owner.query(`INSERT INTO audit_era VALUES (2, now(), 'restored elsewhere')`)
    for (const xact of [10, 9, 11, 100, 8])
      await world().owner.query(
        `INSERT INTO audit_event (at, era, xact, event, outcome, principal, purpose, origin, request_id)
        VALUES (now(), 2, $1::text::xid8, 'document.opened', 'done', 'service', '', '', '')`,
        [xact],
      )
    await sealAll(world(), 1)
    const { rows } = await world().owner.query<{ to: string }>(
      'SELECT to_xact::text AS to FROM audit_seal ORDER BY seq',
    )
    expect(rows.slice(0, -1).map((row) => row.to)).toEqual(['9', '10', '11', '100'])
    expect((await verifyAudit(world().store, world().headsFile)).findings).toEqual([])
  })

  test('goes on by itself every few seconds, through trouble, until stopped', async () => {
    const errors: string[] = []
    const sealer = startSealer({
      store: world().store,
      headsFile: world().headsFile,
      seconds: 0.02,
      log: { error: (_details, message) => errors.push(message) },
    })
    await logRead(world())
    while ((await waiting()).unsealedRows > 0) await sleep(20)
    await world().owner.query('ALTER TABLE audit_seal RENAME TO audit_seal_away')
    while (errors.length === 0) await sleep(20)
    await world().owner.query('ALTER TABLE audit_seal_away RENAME TO audit_seal')
    await logRead(world())
    while ((await waiting()).unsealedRows > 0) await sleep(20)
    await sealer.stop()
    expect(await rowsAndSeals()).toMatchObject({ rows: 2, sealed: 2 })
    expect(errors[0]).toMatch(/tried again/)
  })
})

describe('the heads outside the database', () => {
  const heads = async () => {
    const all: number[] = []
    for await (const seal of readSeals(world().headsFile)) all.push(seal.seq)
    return all
  }
  const sealTimes = async (times: number) => {
    for (let seal = 0; seal < times; seal++) {
      await logRead(world())
      await sealAll(world())
    }
  }

  test('are one line each, as the database has them', async () => {
    await sealTimes(2)
    const lines = (await readFile(world().headsFile, 'utf8')).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ seq: 1, era: 1, rows: 1 }, { seq: 2 }])
    expect(await lastSealIn(world().headsFile)).toMatchObject({ seq: 2, rows: 1 })
  })

  test('that a crash kept from the file are written in the next round', async () => {
    await sealTimes(3)
    const text = await readFile(world().headsFile, 'utf8')
    await truncate(world().headsFile, text.indexOf('\n') + 40)
    expect(await heads()).toEqual([1])
    expect(await exportHeads(world().store, world().headsFile)).toBe(2)
    expect(await readFile(world().headsFile, 'utf8')).toBe(text)
    expect(await exportHeads(world().store, world().headsFile)).toBe(0)
  })

  test('are never written over a chain that they do not belong to', async () => {
    await sealTimes(2)
    const text = await readFile(world().headsFile, 'utf8')
    await world().owner.query('DELETE FROM audit_seal WHERE seq = 2')
    await logRead(world())
    await expect(exportHeads(world().store, world().headsFile)).rejects.toThrow(HeadsDisagree)
    await expect(sealAll(world())).rejects.toThrow(/Seal 2 .* another one in the database/)
    expect(await readFile(world().headsFile, 'utf8')).toBe(text)
  })

  test('go whole into any other file that is asked for', async () => {
    await sealTimes(3)
    const copy = `${world().headsFile}.copy`
    expect(await exportHeads(world().store, copy)).toBe(3)
    expect(await readFile(copy, 'utf8')).toBe(await readFile(world().headsFile, 'utf8'))
    await appendFile(copy, '{"seq":4')
    expect((await verifyAudit(world().store, copy)).findings).toEqual([])
  })
})
