import PgBoss from 'pg-boss'
import type pg from 'pg'
import type { Job } from './define.ts'

export const QUEUE_SCHEMA = 'pgboss'

/** Seconds before the first new try; doubled for each further one, with some chance in it. */
const RETRY_DELAY = 5

/** Makes or brings up to date the queue's own tables and one queue for each job; needs the owner. */
export async function migrateQueues(client: pg.ClientBase, ownerUrl: string, jobs: readonly Job[]): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: QUEUE_SCHEMA,
    supervise: false,
    schedule: false,
    max: 1,
  })
  await boss.start()
  try {
    for (const job of jobs) {
      await boss.createQueue(job.name, queueOptions(job))
      await boss.updateQueue(job.name, queueOptions(job))
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  await client.query(`
    GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO fp_service;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO fp_service;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO fp_service`)
}

function queueOptions(job: Job): PgBoss.Queue {
  return {
    name: job.name,
    policy: 'standard',
    retryLimit: job.retries,
    retryBackoff: true,
    retryDelay: RETRY_DELAY,
    expireInSeconds: job.expireAfter,
  }
}
