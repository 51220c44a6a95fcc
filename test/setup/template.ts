import { jobs } from '../../src/modules.ts'
import { migrateQueues } from '#platform/jobs/schema.ts'
import { migrate } from '#platform/db/migrate.ts'

/** Fills the database that every test database is cloned from: all migrations, no data. */
export const makeTemplate = async (ownerUrl: string): Promise<void> => {
  await migrate({
    ownerUrl,
    folder: 'migrations',
    appRole: 'frankpledge_app',
    now: new Date(),
    after: (client) => migrateQueues(client, ownerUrl, jobs),
  })
}
