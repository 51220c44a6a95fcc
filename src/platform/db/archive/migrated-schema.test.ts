import { join } from 'node:path'
import PgBoss from 'pg-boss'
import { afterEach, describe, expect, test } from 'vitest'
import { withClient } from '../../../../test/setup/client.ts'
import { makeTemporaryFolder, type TemporaryFolder } from '../../../../test/setup/temporary-folder.ts'
import { emptyTestDatabase, type TestDatabase } from '../testing.ts'
import { restoreBackup } from './restore-backup.ts'
import { migratedSchema } from './schema-port.ts'
import { writeBackup } from './write-backup.ts'

const databases: TestDatabase[] = []
const folders: TemporaryFolder[] = []

afterEach(async () => {
  for (const database of databases.splice(0)) await database.drop()
  for (const folder of folders.splice(0)) folder.remove()
})

const newDatabase = async (): Promise<TestDatabase> => {
  const database = await emptyTestDatabase()
  databases.push(database)
  return database
}

const schemaAt = (now: string) =>
  migratedSchema({
    folder: 'migrations',
    appRole: 'frankpledge_app',
    now: new Date(now),
    after: async (client) => {
      await client.query(PgBoss.getConstructionPlans('pgboss'))
    },
  })

const startQueue = async (database: TestDatabase): Promise<PgBoss> => {
  const queue = new PgBoss({ connectionString: database.ownerUrl, supervise: false, schedule: false, migrate: false })
  await queue.start()
  return queue
}

const rowsOf = async ({ ownerUrl }: TestDatabase, sql: string): Promise<unknown[]> =>
  withClient(ownerUrl, async (client) => (await client.query({ text: sql, rowMode: 'array' })).rows)

const indexes = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'pgboss' ORDER BY 1"

describe('a backup of our own schema', () => {
  test('restores months later: audit rows in partitions of then, waiting jobs in queues made while running', async () => {
    const folder = makeTemporaryFolder('migrated')
    folders.push(folder)
    const [source, target] = [await newDatabase(), await newDatabase()]
    const levels = await schemaAt('2026-01-15').levels()
    await schemaAt('2026-01-15').migrateTo(source.ownerUrl, levels.at(-1) ?? '')
    await withClient(source.ownerUrl, (client) =>
      client.query(`INSERT INTO audit_event (at, event, outcome, principal, purpose, origin, request_id)
        VALUES ('2026-01-20', 'area.renamed', 'done', 'staff', 'a test', 'command line', 'r1')`),
    )
    const sending = await startQueue(source)
    await sending.createQueue('import', { name: 'import', policy: 'singleton' })
    const job = await sending.send('import', { file: 'one' })
    await sending.stop({ graceful: false })

    const out = join(folder.path, 'backup')
    const filesFolder = join(folder.path, 'files')
    const schema = schemaAt('2026-01-15')
    await writeBackup({ ownerUrl: source.ownerUrl, filesFolder, out, schema, now: new Date('2026-01-20') })
    const report = await restoreBackup({
      ownerUrl: target.ownerUrl,
      filesFolder,
      from: out,
      schema: schemaAt('2026-11-15'),
    })

    expect(report.level).toBe(levels.at(-1))
    expect(await rowsOf(target, 'SELECT tableoid::regclass::text, event FROM audit_event')).toEqual([
      ['audit_event_2026_01', 'area.renamed'],
    ])
    expect(await rowsOf(target, indexes)).toEqual(await rowsOf(source, indexes))
    const receiving = await startQueue(target)
    await receiving.createQueue('import', { name: 'import', policy: 'singleton' })
    expect(await receiving.fetch('import')).toMatchObject([{ id: job, data: { file: 'one' } }])
    await receiving.stop({ graceful: false })
  })
})
