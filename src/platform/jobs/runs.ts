import { FrankpledgeError } from '#platform/errors/errors.ts'
import type { JobContext } from './define.ts'

/** The row that a person looks at while the work goes on: `job_run`. Each change is a small transaction of its own. */

export async function startRun(context: JobContext, attempt: number): Promise<void> {
  await update(context, `state = 'running', attempts = $2, started_at = coalesce(started_at, $3), error = NULL`, [
    attempt,
    context.store.clock.now(),
  ])
}

export async function progressOf(
  context: JobContext,
  done: number,
  total: number | null,
  message: string,
): Promise<void> {
  await update(context, 'done = $2, total = $3, message = $4', [done, total, message])
}

export async function finishRun(context: JobContext, result: Readonly<Record<string, unknown>>): Promise<void> {
  await update(context, `state = 'done', done = coalesce(total, done), result = $2, ended_at = $3`, [
    JSON.stringify(result),
    context.store.clock.now(),
  ])
}

/** After the last try it has failed for good (a dead letter, which a person can send again); before, it waits for the next. */
export async function failRun(context: JobContext, error: unknown, last: boolean): Promise<void> {
  const words =
    error instanceof FrankpledgeError
      ? error.message
      : 'Something went wrong on our side; the log has the details under this job’s id.'
  await update(context, `state = $2, error = $3, ended_at = $4`, [
    last ? 'failed' : 'waiting',
    words,
    last ? context.store.clock.now() : null,
  ])
}

async function update(context: JobContext, assignments: string, values: readonly unknown[]): Promise<void> {
  await context.transaction(async (tx) => {
    await tx.client.query(`UPDATE job_run SET ${assignments} WHERE id = $1`, [context.jobRun, ...values])
    return { value: undefined, audit: [] }
  })
}
