import { randomUUID } from 'node:crypto'
import { transaction, type Store, type Tx } from '#platform/db/transaction.ts'
import { readerOf, type Job } from './define.ts'
import { enqueue } from './enqueue.ts'

const EVERY_LOCK = 727_005
/** Seconds by which a look may come early, since looks themselves come about every minute. */
const EARLY_SECONDS = 10

/**
 * Asks for each job that runs again and again, if there is something for it to do, none of it waits or is at work, and its
 * minutes have passed: once, however many processes look. Gives the names of those asked for.
 */
export async function enqueueEvery(store: Store, jobs: readonly Job[]): Promise<string[]> {
  const asked: string[] = []
  for (const job of jobs) if (job.every !== undefined && (await enqueueOnce(store, job))) asked.push(job.name)
  return asked
}

async function enqueueOnce(store: Store, job: Job): Promise<boolean> {
  const request = { requestId: randomUUID(), purpose: job.purpose, origin: 'every few minutes' }
  return transaction(store, { reader: readerOf(job) }, request, async (entered) => {
    const tx = await entered.open()
    const due = (await job.every?.needed(tx)) === true && (await isTime(tx, job))
    if (due) await enqueue(tx, job, job.input.parse({}))
    return { value: due, audit: [] }
  })
}

async function isTime(tx: Tx, job: Job): Promise<boolean> {
  await tx.client.query(`SELECT pg_advisory_xact_lock(${EVERY_LOCK})`)
  const seconds = (job.every?.minutes ?? 0) * 60 - EARLY_SECONDS
  const { rows } = await tx.client.query<{ due: boolean }>(
    `SELECT NOT EXISTS (
      SELECT FROM job_run WHERE kind = $1 AND account_id IS NULL
        AND (state IN ('waiting', 'running') OR asked_at > $2::timestamptz - $3 * interval '1 second')) AS due`,
    [job.name, tx.now, seconds],
  )
  return rows[0]?.due === true
}
