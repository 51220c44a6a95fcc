import { jobs } from '../../src/modules.ts'
import { migrateQueues } from '#platform/jobs/schema.ts'
import { migrate } from '#platform/db/migrate.ts'
import { ensurePartitions } from '#platform/db/partitions.ts'

/** What is told happens on days of this month or of the next ones, whatever day it is told on. */
const TOLD = new Date('2026-11-01T00:00:00Z')

/** Fills the database that every test database is cloned from: all migrations, no data, partitions of then and now. */
export const makeTemplate = async (ownerUrl: string): Promise<void> => {
  const now = new Date()
  await migrate({
    ownerUrl,
    folder: 'migrations',
    appRole: 'frankpledge_app',
    now,
    after: async (client) => {
      await migrateQueues(client, ownerUrl, jobs)
      // The month before as well: a test that looks forty hours back may run on the first of a month.
      for (const month of [TOLD, new Date(now.getTime() - 31 * 86_400_000)]) await ensurePartitions(client, month)
    },
  })
}
