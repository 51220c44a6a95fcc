// The thread in which the whole store is gone through (jobs.ts): it opens the database for itself.
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { systemClock } from '#platform/clock/clock.ts'
import { openPool } from '#platform/db/database.ts'
import { relinkAll } from './relink-all.ts'

const { databaseUrl } = z.object({ databaseUrl: z.string() }).parse(workerData)
const pool = openPool({ url: databaseUrl, poolSize: 2, statementTimeout: 600_000 })
try {
  const store = { pool, clock: systemClock, subscriptions: [] }
  const relinked = await relinkAll(store, async (done, total, message) => {
    parentPort?.postMessage({ done, total, message })
    return Promise.resolve()
  })
  parentPort?.postMessage({ relinked })
} finally {
  await pool.end()
}
