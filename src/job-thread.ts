// The thread in which a job runs that works long (`aside` in platform/jobs/define.ts): it opens the database for itself.
// When the server stops it is ended from outside; what was not committed is undone.
import { parentPort, workerData } from 'node:worker_threads'
import { openPool } from '#platform/db/database.ts'
import { asideWork } from '#platform/jobs/aside.ts'
import { contextOf } from '#platform/jobs/context.ts'
import { jobs, subscriptions } from './modules.ts'

/** Milliseconds that one statement of such a job may take. */
const STATEMENT_TIMEOUT = 600_000

const { databaseUrl, ahead, jobRun, requestId, input, job: name } = asideWork.parse(workerData)
const job = jobs.find((one) => one.name === name)
if (job === undefined) throw new Error(`There is no job ${name}.`)
const noFiles = () => Promise.reject(new Error('A job that runs aside has no files.'))
const pool = openPool({ url: databaseUrl, poolSize: 2, statementTimeout: STATEMENT_TIMEOUT })
try {
  const place = {
    store: { pool, clock: { now: () => new Date(Date.now() + ahead) }, subscriptions },
    files: { put: noFiles, open: noFiles, has: noFiles, sweep: noFiles, async *list() {} },
  }
  const result = await job.run(contextOf(place, job, jobRun, requestId), job.input.parse(input))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a thread, not a window
  parentPort?.postMessage({ result })
} finally {
  await pool.end()
}
