import { randomUUID } from 'node:crypto'
import { systemReader } from '#platform/access/reader.ts'
import { transaction, type Store } from '#platform/db/transaction.ts'
import type { Job } from './define.ts'
import { enqueue } from './enqueue.ts'

const DAILY_LOCK = 727_004

/**
 * Asks for each daily job that was not asked for yet since its hour today, in London's time: once, however many processes
 * look, and later in the day when nothing was running at that hour. Gives the names of those asked for.
 */
export async function enqueueDaily(store: Store, jobs: readonly Job[]): Promise<string[]> {
  const asked: string[] = []
  for (const job of jobs)
    if (job.daily !== undefined && (await enqueueOnce(store, job, job.daily.hour))) asked.push(job.name)
  return asked
}

async function enqueueOnce(store: Store, job: Job, hour: number): Promise<boolean> {
  const request = { requestId: randomUUID(), purpose: job.purpose, origin: 'every day' }
  return transaction(store, { reader: systemReader(job.as) }, request, async (entered) => {
    const tx = await entered.open()
    await tx.client.query(`SELECT pg_advisory_xact_lock(${DAILY_LOCK})`)
    const { rows } = await tx.client.query<{ due: boolean }>(
      `WITH today AS (
        SELECT (date_trunc('day', $2::timestamptz AT TIME ZONE 'Europe/London') + $3 * interval '1 hour')
          AT TIME ZONE 'Europe/London' AS begins
      )
      SELECT $2 >= begins AND NOT EXISTS (
        SELECT FROM job_run WHERE kind = $1 AND account_id IS NULL AND asked_at >= begins) AS due FROM today`,
      [job.name, tx.now, hour],
    )
    const due = rows[0]?.due === true
    if (due) await enqueue(tx, job, job.input.parse({}))
    return { value: due, audit: [] }
  })
}
