import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { systemReader } from '#platform/access/reader.ts'
import { fixedClock } from '#platform/clock/clock.ts'
import { openPool } from '#platform/db/database.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { transaction, type Store } from '#platform/db/transaction.ts'
import { exportHeads } from '../export-heads.ts'
import { sealNext } from '../sealer.ts'
import type { Subject } from '../entry.ts'

type TestClock = ReturnType<typeof fixedClock>

/** A database, its application's store and its owner, for tests of the audit. */
export interface AuditWorld {
  readonly store: Store
  readonly clock: TestClock
  /** The attacker: owns every table. */
  readonly owner: pg.Client
  readonly headsFile: string
}

/** One world for each test around this call; each begins with an empty log and no heads. */
export function withAuditWorld(): () => AuditWorld {
  const database = withTestDatabase()
  let world: (AuditWorld & { readonly pool: pg.Pool }) | undefined
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'frankpledge-audit-'))
    const clock = fixedClock(new Date().toISOString())
    const pool = openPool({ url: database().urlFor('frankpledge_app'), poolSize: 12, statementTimeout: 20_000 })
    const owner = new pg.Client({ connectionString: database().ownerUrl })
    await owner.connect()
    world = {
      store: { pool, clock, subscriptions: [] },
      clock,
      owner,
      pool,
      headsFile: join(folder, 'heads', 'seal-heads.jsonl'),
    }
  })
  beforeEach(async () => {
    await world?.owner.query('TRUNCATE audit_event, audit_subject, audit_seal, audit_verification')
    await world?.owner.query('DELETE FROM audit_era WHERE era > 1')
    await rm(join(folder, 'heads'), { recursive: true, force: true })
  })
  afterAll(async () => {
    await world?.owner.end()
    await world?.pool.end()
    await rm(folder, { recursive: true, force: true })
  })
  return () => {
    if (world === undefined) throw new Error('The world is there only within a test or hook')
    return world
  }
}

/** Logs one read, as any operation does, and gives back when. */
export async function logRead({ store }: AuditWorld, ...subjects: readonly Subject[]): Promise<void> {
  const request = { requestId: 'test', purpose: 'a test', origin: 'test' }
  await transaction(store, { reader: systemReader('system:test') }, request, async (entered) => {
    await entered.open()
    return { value: undefined, audit: [{ event: 'document.opened', outcome: 'done', subjects }] }
  })
}

/**
 * Seals and exports everything. Other test files share the server, and a writer of theirs holds sealing up, as it
 * should: so this waits until all rows can be sealed at once.
 */
export async function sealAll({ store, owner, headsFile }: AuditWorld, batch?: number): Promise<void> {
  for (let tries = 0; tries < 800; tries++) {
    const { rows } = await owner.query<{ ready: boolean }>(
      `SELECT NOT EXISTS (SELECT FROM audit_event WHERE era = current_audit_era()
        AND xact >= pg_snapshot_xmin(pg_current_snapshot())) AS ready`,
    )
    if (rows[0]?.ready === true) {
      while ((await sealNext(store, batch)).more);
      await exportHeads(store, headsFile)
      return
    }
    await sleep(25)
  }
  throw new Error('Rows could not be sealed for twenty seconds.')
}
