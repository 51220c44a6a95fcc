import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { asService } from '#platform/db/as-service.ts'
import { Conflict, NotFound } from '#platform/errors/errors.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { Job } from './define.ts'
import { queue, within } from './queue.ts'

/** What lies in the queue: ids, and the job's own input, which holds ids only. */
interface QueuedJob {
  readonly jobRun: string
  readonly requestId: string
  readonly input: unknown
}

/**
 * Asks for a job in the caller's own transaction: if that rolls back, nothing was asked. Gives the id of the job run.
 */
export async function enqueue<I extends z.ZodType>(tx: Tx, job: Job<I>, input: z.output<I>): Promise<string> {
  const jobRun = randomUUID()
  await asService(tx, async () => {
    const queueId = await send(tx, job.name, { jobRun, requestId: tx.request.requestId, input })
    if (queueId === null) throw new Error(`There is no queue for ${job.name}: migrate the database.`)
    await tx.client.query(
      `INSERT INTO job_run (id, kind, title, account_id, posting_id, input, queue_id, state, asked_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8)`,
      [
        jobRun,
        job.name,
        job.title(input),
        tx.reader.account,
        tx.reader.posting,
        JSON.stringify(input),
        queueId,
        tx.now,
      ],
    )
  })
  return jobRun
}

/** How often it is tried, and for how long, stands with the queue itself: `migrateQueues` keeps it as the job says. */
function send(tx: Tx, kind: string, queued: QueuedJob): Promise<string | null> {
  return queue.send(kind, queued, within(tx.client))
}

interface RunRow {
  readonly kind: string
  readonly queue_id: string | null
  readonly input: unknown
}

/**
 * Asks once more for a run that failed for good or was cancelled; the person must be able to see it (their own, or as an
 * administrator). Rights are still those of whoever asked first. Throws NotFound or Conflict.
 */
export async function runAgain(tx: Tx, jobRun: string): Promise<void> {
  await requireVisible(tx, jobRun)
  await asService(tx, async () => {
    const { rows } = await tx.client.query<RunRow>(
      `UPDATE job_run SET state = 'waiting', done = 0, total = NULL, message = '', error = NULL, result = NULL,
        worker = NULL, started_at = NULL, ended_at = NULL
      WHERE id = $1 AND state IN ('failed', 'cancelled') RETURNING kind, queue_id, input`,
      [jobRun],
    )
    const run = rows[0]
    if (run === undefined) throw new Conflict('This has not failed, or somebody has asked for it again already.')
    const queueId = await send(tx, run.kind, { jobRun, requestId: tx.request.requestId, input: run.input })
    if (queueId === null) throw new Conflict('Work of this kind is not done here any more.')
    await tx.client.query('UPDATE job_run SET queue_id = $2 WHERE id = $1', [jobRun, queueId])
  })
}

/** Takes a run out of the queue before it begins. Throws NotFound, or Conflict once it has begun. */
export async function cancelRun(tx: Tx, jobRun: string): Promise<void> {
  await requireVisible(tx, jobRun)
  await asService(tx, async () => {
    const { rows } = await tx.client.query<RunRow>(
      `UPDATE job_run SET state = 'cancelled', ended_at = $2 WHERE id = $1 AND state = 'waiting'
      RETURNING kind, queue_id, input`,
      [jobRun, tx.now],
    )
    const run = rows[0]
    if (run === undefined) throw new Conflict('This has begun already, or is over. Open it again to see how it stands.')
    if (run.queue_id !== null) await queue.cancel(run.kind, run.queue_id, within(tx.client))
  })
}

/** Row-level security shows a person their own runs, and an administrator all. */
async function requireVisible(tx: Tx, jobRun: string): Promise<void> {
  const { rowCount } = await tx.client.query('SELECT FROM job_run WHERE id = $1', [jobRun])
  if (rowCount === 0) throw new NotFound({ kind: 'job-run', id: jobRun })
}
