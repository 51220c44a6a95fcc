import { setTimeout as sleep } from 'node:timers/promises'
import type PgBoss from 'pg-boss'
import pg from 'pg'
import { z } from 'zod'
import type { FileStore } from '#platform/files/file-store.ts'
import type { Store } from '#platform/db/transaction.ts'
import { aheadOf, runAside } from './aside.ts'
import { signOfLife, type SignOfLife } from './alive.ts'
import { contextOf, forPerson } from './context.ts'
import { enqueueDaily } from './daily.ts'
import { enqueueEvery } from './every.ts'
import type { Job, JobContext } from './define.ts'
import { queueOver } from './queue.ts'
import { reclaimLost } from './reclaim.ts'
import { failRun, finishRun, startRun } from './runs.ts'
import { QUEUE_SCHEMA } from './schema.ts'

export interface WorkerOptions {
  readonly store: Store
  readonly files: FileStore
  /** The application's own URL; the queue's connections step into the service role at once. */
  readonly databaseUrl: string
  readonly jobs: readonly Job[]
  /** Passed on to jobs: where the heads of the audit lie outside the database. */
  readonly headsFile?: string | null
  readonly log: { error(details: object, message: string): void }
  /** Seconds between looks at the queues. */
  readonly pollSeconds?: number
  /** Seconds between looks for runs whose process has died. */
  readonly reclaimSeconds?: number
}

export interface Worker {
  /** Takes nothing new, waits ten seconds at most for what runs; what does not end by then is tried again later. */
  stop(): Promise<void>
}

const GRACE_SECONDS = 10
/** The queue's own housekeeping: runs over their time, old rows. */
const MAINTENANCE_SECONDS = 60

/**
 * Takes jobs from their queues, one at a time a queue, until stopped. The loop is ours and not pg-boss's, whose own does
 * not wait for the answer when it marks a job as done: a database that is away at that moment would end the process.
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const connection = { connectionString: options.databaseUrl, options: '-c role=fp_service' }
  const pool = new pg.Pool({ ...connection, max: 2, application_name: 'frankpledge worker' })
  pool.on('error', (error) => options.log.error({ err: error }, 'job queue'))
  const desk: Desk = {
    options,
    pool,
    boss: queueOver((text, values) => pool.query(text, values)),
    alive: signOfLife(connection),
    stopping: new AbortController(),
    busy: new Map(),
    runs: new Set(),
  }
  await desk.alive.hold()
  const loops = [
    everyFew(desk, options.pollSeconds ?? 0.5, () => takeWaiting(desk)),
    everyFew(desk, options.reclaimSeconds ?? 15, async () => {
      await desk.alive.hold()
      await reclaimLost(options.store, desk.alive, desk.runs)
    }),
    everyFew(desk, MAINTENANCE_SECONDS, async () => {
      await desk.boss.maintain()
      await enqueueDaily(options.store, options.jobs)
      await enqueueEvery(options.store, options.jobs)
    }),
  ]
  let stopped: Promise<void> | undefined
  const stop = async (): Promise<void> => {
    desk.stopping.abort()
    await Promise.all(loops)
    await Promise.race([Promise.all(desk.busy.values()), sleep(GRACE_SECONDS * 1000, undefined, { ref: false })])
    await desk.alive.end()
    await pool.end()
  }
  return { stop: () => (stopped ??= stop()) }
}

/** What one worker has in hand. */
interface Desk {
  readonly options: WorkerOptions
  readonly pool: pg.Pool
  readonly boss: PgBoss
  readonly alive: SignOfLife
  readonly stopping: AbortController
  /** Queues at work, by name. */
  readonly busy: Map<string, Promise<void>>
  /** Ids of the runs at work. */
  readonly runs: Set<string>
}

async function everyFew({ options, stopping }: Desk, seconds: number, work: () => Promise<void>): Promise<void> {
  while (!stopping.signal.aborted) {
    try {
      await work()
    } catch (error) {
      options.log.error({ err: error }, 'job queue')
    }
    await sleep(seconds * 1000, undefined, { signal: stopping.signal }).catch(() => undefined)
  }
}

async function takeWaiting(desk: Desk): Promise<void> {
  const free = desk.options.jobs.filter((job) => !desk.busy.has(job.name))
  const { rows } = await desk.pool.query<{ name: string }>(
    `SELECT DISTINCT name FROM ${QUEUE_SCHEMA}.job WHERE name = ANY ($1) AND state < 'active' AND start_after < now()`,
    [free.map((job) => job.name)],
  )
  const waiting = new Set(rows.map((row) => row.name))
  for (const job of free) {
    if (!waiting.has(job.name) || desk.stopping.signal.aborted) continue
    const work = emptyQueue(desk, job).finally(() => desk.busy.delete(job.name))
    desk.busy.set(job.name, work)
  }
}

/** One after another until the queue has no more. */
async function emptyQueue(desk: Desk, job: Job): Promise<void> {
  try {
    while (!desk.stopping.signal.aborted) {
      const [taken] = await desk.boss.fetch<unknown>(job.name, { includeMetadata: true, batchSize: 1 })
      if (taken === undefined) return
      await runOne(desk, job, taken)
    }
  } catch (error) {
    desk.options.log.error({ err: error, job: job.name }, 'job queue')
  }
}

function work(
  { options, stopping }: Desk,
  job: Job,
  context: JobContext,
  asked: { requestId: string; input: unknown },
) {
  const { store, jobRun } = context
  const input = job.input.parse(asked.input)
  if (job.aside === undefined) return job.run(context, input)
  const { databaseUrl } = options
  const { requestId } = asked
  return runAside(
    { job: job.name, jobRun, requestId, input, databaseUrl, ahead: aheadOf(store.clock) },
    stopping.signal,
  )
}

const queuedJob = z.object({ jobRun: z.uuid(), requestId: z.string(), input: z.unknown() })

async function runOne(desk: Desk, job: Job, fetched: PgBoss.JobWithMetadata<unknown>): Promise<void> {
  const { jobRun, requestId, input } = queuedJob.parse(fetched.data)
  const taken = { kind: job.name, queueId: fetched.id }
  const context = contextOf(desk.options, job, jobRun, requestId)
  desk.runs.add(jobRun)
  try {
    const asked = await startRun(context, taken, desk.alive.key)
    if (asked === null) return
    try {
      const result = await work(desk, job, await forPerson(context, job, asked, requestId), { requestId, input })
      await finishRun(context, taken, result)
    } catch (error) {
      // It was ended because the server stops: as if it had been killed, it is taken up again by the next one.
      if (error === desk.stopping.signal.reason) return
      const state = await failRun(context, taken, error)
      desk.options.log.error({ err: error, job: job.name, jobRun, state }, 'job failed')
    }
  } finally {
    // One that was ended because the server stops is the next one's to take up, and none that this one lost.
    if (!desk.stopping.signal.aborted) desk.runs.delete(jobRun)
  }
}
