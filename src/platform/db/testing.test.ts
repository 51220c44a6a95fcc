import { describe, expect, inject, test } from 'vitest'
import { withClient } from '../../../test/setup/client.ts'
import { startTestRun } from '../../../test/setup/test-run.ts'
import { emptyTestDatabase, testDatabase, withTestDatabase } from './testing.ts'

const countTables = async (url: string): Promise<number> =>
  withClient(url, async (client) => {
    const sql = "SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = 'public'"
    return (await client.query<{ tables: number }>(sql)).rows[0]?.tables ?? 0
  })

const databaseNames = async (): Promise<string[]> =>
  withClient(inject('databases').ownerUrl, async (client) =>
    (await client.query<{ datname: string }>('SELECT datname FROM pg_database')).rows.map((row) => row.datname),
  )

describe('a test database', () => {
  const database = withTestDatabase()

  test('has the migrated schema', async () => {
    expect(await countTables(database().ownerUrl)).toBeGreaterThan(0)
  })

  test('is its own: what one test writes no other sees', async () => {
    const other = await testDatabase()
    await withClient(other.ownerUrl, (client) => client.query('CREATE TABLE written_by_one_test ()'))
    expect(await countTables(other.ownerUrl)).toBe((await countTables(database().ownerUrl)) + 1)
    await other.drop()
  })

  test('several at a time can be made', async () => {
    const several = await Promise.all(Array.from({ length: 5 }, () => testDatabase()))
    expect(new Set(several.map(({ name }) => name)).size).toBe(5)
    await Promise.all(several.map((one) => one.drop()))
  })

  test('is dropped under an open connection', async () => {
    const dropped = await emptyTestDatabase()
    await withClient(dropped.ownerUrl, async () => dropped.drop())
    expect(await databaseNames()).not.toContain(dropped.name)
  })
})

describe('a run of the tests', () => {
  const { ownerUrl } = inject('databases')

  test('leaves nothing behind', async () => {
    const run = await startTestRun(ownerUrl, async () => undefined)
    expect(await databaseNames()).toContain(run.databases.template)
    await run.end()
    expect(await databaseNames()).not.toContain(run.databases.template)
  })

  test('that was killed is cleared by the next, which leaves living runs alone', async () => {
    const abandoned = 'frankpledge_test_0000dead_template'
    await withClient(ownerUrl, async (client) => {
      await client.query(`CREATE DATABASE ${abandoned} TEMPLATE template0`)
      await client.query(`ALTER DATABASE ${abandoned} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`)
    })
    const next = await startTestRun(ownerUrl, async () => undefined)
    const names = await databaseNames()
    expect(names).not.toContain(abandoned)
    expect(names).toContain(inject('databases').template)
    await next.end()
  })
})
