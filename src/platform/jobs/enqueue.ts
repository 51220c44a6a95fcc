import { randomUUID } from 'node:crypto'
import PgBoss from 'pg-boss'
import type { z } from 'zod'
import { DATABASE_ROLE } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { Job } from './define.ts'
import { QUEUE_SCHEMA } from './schema.ts'

/** Only ever used to put a job into a transaction that somebody else opened, so it has no connection of its own. */
const sender = new PgBoss({
  schema: QUEUE_SCHEMA,
  db: { executeSql: () => Promise.reject(new Error('Jobs are enqueued inside a transaction.')) },
})

/** What lies in the queue: ids, and the job's own input, which holds ids only. */
export interface QueuedJob {
  readonly jobRun: string
  readonly requestId: string
  readonly input: unknown
}

/**
 * Asks for a job in the caller's own transaction: if that rolls back, nothing was asked. Gives the id of the job run.
 * Steps into the service role for it, since people's roles may not touch the queue.
 */
export async function enqueue<I extends z.ZodType>(tx: Tx, job: Job<I>, input: z.output<I>): Promise<string> {
  const jobRun = randomUUID()
  const queued: QueuedJob = { jobRun, requestId: tx.request.requestId, input }
  await tx.client.query('SET LOCAL ROLE fp_service')
  await tx.client.query(
    `INSERT INTO job_run (id, kind, title, account_id, state, asked_at) VALUES ($1, $2, $3, $4, 'waiting', $5)`,
    [jobRun, job.name, job.title(input), tx.reader.account, tx.now],
  )
  await sender.send(job.name, queued, {
    retryLimit: job.retries,
    retryBackoff: true,
    retryDelay: 5,
    expireInSeconds: job.expireAfter,
    db: { executeSql: (text, values) => tx.client.query(text, values) },
  })
  await tx.client.query(`SET LOCAL ROLE ${DATABASE_ROLE[tx.reader.principal]}`)
  return jobRun
}
