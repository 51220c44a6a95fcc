import PgBoss from 'pg-boss'
import { z } from 'zod'
import { systemReader } from '#platform/access/reader.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { transaction, type Store } from '#platform/db/transaction.ts'
import type { Job, JobContext } from './define.ts'
import { finishRun, failRun, progressOf, startRun } from './runs.ts'
import { QUEUE_SCHEMA } from './schema.ts'

export interface WorkerOptions {
  readonly store: Store
  readonly files: FileStore
  /** The application's own URL; the queue's connections step into the service role at once. */
  readonly databaseUrl: string
  readonly jobs: readonly Job[]
  readonly log: { error(details: object, message: string): void }
}

export interface Worker {
  stop(): Promise<void>
}

const queuedJob = z.object({ jobRun: z.uuid(), requestId: z.string(), input: z.unknown() })

/** Takes jobs from their queues, one at a time a queue, until stopped. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const boss = new PgBoss({
    ...connection(options.databaseUrl),
    schema: QUEUE_SCHEMA,
    migrate: false,
    schedule: false,
    max: 3,
  })
  boss.on('error', (error) => options.log.error({ err: error }, 'job queue'))
  await boss.start()
  for (const job of options.jobs)
    await boss.work(job.name, { pollingIntervalSeconds: 0.5, batchSize: 1, includeMetadata: true }, async (batch) => {
      for (const taken of batch) await runOne(options, job, taken)
    })
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000, wait: true }) }
}

/** pg-boss hands its options to pg: `options` sets the role as each connection opens. */
function connection(url: string): PgBoss.ConstructorOptions {
  return Object.assign({ connectionString: url }, { options: '-c role=fp_service' })
}

async function runOne(options: WorkerOptions, job: Job, taken: PgBoss.JobWithMetadata<unknown>): Promise<void> {
  const { jobRun, requestId, input } = queuedJob.parse(taken.data)
  const context = contextOf(options, job, jobRun, requestId)
  await startRun(context, taken.retryCount + 1)
  try {
    const result = await job.run(context, job.input.parse(input))
    await finishRun(context, result)
  } catch (error) {
    const last = taken.retryCount >= taken.retryLimit
    await failRun(context, error, last)
    options.log.error({ err: error, job: job.name, jobRun, last }, 'job failed')
    throw error
  }
}

function contextOf(options: WorkerOptions, job: Job, jobRun: string, requestId: string): JobContext {
  const reader = systemReader(job.as)
  const request = { requestId, purpose: job.purpose, origin: `job ${job.name}` }
  const context: JobContext = {
    store: options.store,
    files: options.files,
    jobRun,
    transaction: (work) =>
      transaction(options.store, { reader }, request, async (entered) => work(await entered.open())),
    progress: (done, total, message) => progressOf(context, done, total, message),
  }
  return context
}
