import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { PUBLIC_READER, type Reader } from '#platform/access/reader.ts'
import { fixedClock } from '#platform/clock/clock.ts'
import { openPool } from '#platform/db/database.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { transaction, type Store, type Tx } from '#platform/db/transaction.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import type { Job } from '../define.ts'
import { migrateQueues } from '../schema.ts'
import { startWorker, type Worker, type WorkerOptions } from '../worker.ts'

export interface JobWorld {
  readonly store: Store
  readonly clock: ReturnType<typeof fixedClock>
  readonly owner: pg.Client
  readonly appUrl: string
  /** PS Ellis, an administrator in the only unit there is. */
  readonly ellis: Reader
  /** What workers logged as errors. */
  readonly errors: string[]
  /** Starts a worker that looks often; stopped after the test. */
  work(jobs: readonly Job[], options?: Partial<WorkerOptions>): Promise<Worker>
}

/** None of these tests' jobs has files. */
const none = () => Promise.reject(new Error('There are no files here.'))
async function* noFile(): AsyncGenerator<never> {}
const noFiles: FileStore = { put: none, open: none, has: none, sweep: none, list: noFile }

/** A database with queues for the jobs, one account, and no runs at the start of each test. */
export function withJobWorld(jobs: readonly Job[]): () => JobWorld {
  const database = withTestDatabase()
  let world: JobWorld | undefined
  const workers: Worker[] = []
  let pool: pg.Pool | undefined
  beforeAll(async () => {
    const owner = new pg.Client({ connectionString: database().ownerUrl })
    await owner.connect()
    await migrateQueues(owner, database().ownerUrl, jobs)
    const appUrl = database().urlFor('frankpledge_app')
    pool = openPool({ url: appUrl, poolSize: 8, statementTimeout: 20_000 })
    const clock = fixedClock(new Date().toISOString())
    const store: Store = { pool, clock, subscriptions: [] }
    const errors: string[] = []
    const ellis = await makeEllis(owner)
    const work = async (these: readonly Job[], options: Partial<WorkerOptions> = {}) => {
      const worker = await startWorker({
        store,
        files: noFiles,
        databaseUrl: appUrl,
        jobs: these,
        log: { error: (_details, message) => errors.push(message) },
        pollSeconds: 0.02,
        reclaimSeconds: 0.05,
        ...options,
      })
      workers.push(worker)
      return worker
    }
    world = { store, clock, owner, appUrl, ellis, errors, work }
  })
  beforeEach(async () => {
    await world?.owner.query('TRUNCATE job_run; TRUNCATE pgboss.job; TRUNCATE audit_event; TRUNCATE audit_subject')
    world?.errors.splice(0)
  })
  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.stop()
  })
  afterAll(async () => {
    await world?.owner.end()
    await pool?.end()
  })
  return () => {
    if (world === undefined) throw new Error('The world is there only within a test or hook')
    return world
  }
}

async function makeEllis(owner: pg.Client): Promise<Reader> {
  const account = randomUUID()
  const { rows } = await owner.query<{ posting: number }>(
    `WITH a AS (INSERT INTO agency (name, kind, valid_from) VALUES ('The force', 'police-force', '2016-01-01') RETURNING id),
    u AS (INSERT INTO unit (agency_id, code, name, valid_from) SELECT id, 'U', 'The unit', '2016-01-01' FROM a RETURNING id),
    e AS (INSERT INTO account (id, issuer, subject, principal, agency_id, name, number)
      SELECT $1, 'test', 'ellis', 'staff', id, 'PS Ellis', '4417' FROM a RETURNING id)
    INSERT INTO posting (account_id, unit_id, title, roles, starts)
    SELECT e.id, u.id, 'Administrator', '{administrator}', '2016-01-01' FROM e, u RETURNING id AS posting`,
    [account],
  )
  return {
    ...PUBLIC_READER,
    principal: 'staff',
    account,
    name: 'PS Ellis',
    posting: rows[0]?.posting ?? null,
    roles: ['administrator'],
  }
}

/** A transaction as somebody, without an audit entry. */
export function as<T>({ store }: JobWorld, reader: Reader, work: (tx: Tx) => Promise<T>): Promise<T> {
  const request = { requestId: 'test', purpose: 'a test', origin: 'test' }
  return transaction(store, { reader }, request, async (entered) => ({
    value: await work(await entered.open()),
    audit: [],
  }))
}

export interface RunSeen {
  readonly state: string
  readonly done: number
  readonly total: number | null
  readonly message: string
  readonly attempts: number
  readonly error: string | null
  readonly result: unknown
}

export async function seeRun({ owner }: JobWorld, id: string): Promise<RunSeen | undefined> {
  const { rows } = await owner.query<RunSeen>(
    'SELECT state, done, total, message, attempts, error, result FROM job_run WHERE id = $1',
    [id],
  )
  return rows[0]
}

/** Looks again and again until it holds; fails after ten seconds with what was last seen. */
export async function until<T>(look: () => Promise<T>, holds: (seen: T) => boolean): Promise<T> {
  let seen = await look()
  for (let tries = 0; tries < 500 && !holds(seen); tries++) {
    await sleep(20)
    seen = await look()
  }
  if (!holds(seen)) throw new Error(`It never came about; last seen: ${JSON.stringify(seen)}`)
  return seen
}

export const untilRun = (world: JobWorld, id: string, state: string): Promise<RunSeen | undefined> =>
  until(
    () => seeRun(world, id),
    (run) => run?.state === state,
  )

/** Lets a job that waits for its next try be tried at once. */
export async function hurry({ owner }: JobWorld): Promise<void> {
  await owner.query(
    `UPDATE pgboss.job SET start_after = now() - interval '1 second' WHERE state IN ('retry', 'created')`,
  )
}
