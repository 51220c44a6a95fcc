import { FrankpledgeError } from '#platform/errors/errors.ts'
import type { JobContext } from './define.ts'
import { queue, within } from './queue.ts'

/** A job as it was taken from its queue, and the row that a person looks at while the work goes on: `job_run`. */
export interface TakenJob {
  readonly kind: string
  readonly queueId: string
}

type Writing = Pick<JobContext, 'store' | 'jobRun' | 'transaction'>

/** Who asked, and in which posting. */
export interface AskedBy {
  readonly account: string | null
  readonly posting: number | null
}

/** Marks the run as begun by this worker. Null when it is over: cancelled, or done by a run that was thought lost. */
export async function startRun(context: Writing, taken: TakenJob, worker: number): Promise<AskedBy | null> {
  return context.transaction(async (tx) => {
    const { rows } = await tx.client.query<AskedBy>(
      `UPDATE job_run SET state = 'running', attempts = attempts + 1, started_at = coalesce(started_at, $2), error = NULL,
        worker = $3, queue_id = $4
      WHERE id = $1 AND state IN ('waiting', 'running') RETURNING account_id AS account, posting_id AS posting`,
      [context.jobRun, tx.now, worker, taken.queueId],
    )
    const asked = rows[0] ?? null
    if (asked === null) await queue.complete(taken.kind, taken.queueId, {}, within(tx.client))
    return { value: asked, audit: [] }
  })
}

export async function progressOf(context: Writing, done: number, total: number | null, message: string): Promise<void> {
  await context.transaction(async (tx) => {
    await tx.client.query('UPDATE job_run SET done = $2, total = $3, message = $4 WHERE id = $1', [
      context.jobRun,
      done,
      total,
      message,
    ])
    return { value: undefined, audit: [] }
  })
}

/** Done, in the queue and for the person, in one transaction. */
export async function finishRun(
  context: Writing,
  taken: TakenJob,
  result: Readonly<Record<string, unknown>>,
): Promise<void> {
  await context.transaction(async (tx) => {
    await tx.client.query(
      `UPDATE job_run SET state = 'done', done = coalesce(total, done), result = $2, worker = NULL, ended_at = $3
      WHERE id = $1`,
      [context.jobRun, JSON.stringify(result), tx.now],
    )
    await queue.complete(taken.kind, taken.queueId, {}, within(tx.client))
    return { value: undefined, audit: [] }
  })
}

/**
 * It did not work. What our own rules refuse would be refused again, so that is final; anything else waits for its next
 * try, or, after the last, has failed for good: a dead letter, which a person can ask for again. Gives which it was.
 */
export async function failRun(context: Writing, taken: TakenJob, error: unknown): Promise<'waiting' | 'failed'> {
  const final = error instanceof FrankpledgeError && error.kind !== 'conflict'
  const words =
    error instanceof FrankpledgeError
      ? error.message
      : `Something went wrong on our side. The log has the details under ${context.jobRun}.`
  return context.transaction(async (tx) => {
    const there = within(tx.client)
    await (final
      ? queue.cancel(taken.kind, taken.queueId, there)
      : queue.fail(taken.kind, taken.queueId, { message: words }, there))
    const state = await stateInQueue(taken, there)
    await endRun(tx.client, { jobRun: context.jobRun, state, words, now: tx.now })
    return { value: state, audit: [] }
  })
}

/** Whether the queue will try it again. */
export async function stateInQueue(
  taken: Pick<TakenJob, 'kind' | 'queueId'>,
  there: ReturnType<typeof within>,
): Promise<'waiting' | 'failed'> {
  const queued = await queue.getJobById(taken.kind, taken.queueId, { ...there, includeArchive: false })
  return queued !== null && ['created', 'retry', 'active'].includes(queued.state) ? 'waiting' : 'failed'
}

interface EndOfRun {
  readonly jobRun: string
  readonly state: 'waiting' | 'failed'
  readonly words: string
  readonly now: Date
}

export async function endRun(
  client: { query(text: string, values: unknown[]): Promise<unknown> },
  { jobRun, state, words, now }: EndOfRun,
): Promise<void> {
  await client.query(`UPDATE job_run SET state = $2, error = $3, worker = NULL, ended_at = $4 WHERE id = $1`, [
    jobRun,
    state,
    words,
    state === 'failed' ? now : null,
  ])
}
