import { randomBytes } from 'node:crypto'
import { freshestDay, makeDemonstration } from '#modules/demonstration/index.ts'
import { replaceInUrl } from '#platform/db/connection-url.ts'
import type { TestDatabases } from '#platform/db/testing.ts'
import { withClient } from '../../setup/client.ts'

/** Enough for a control chart (twelve complete months), and quick to make. */
const SIZE = { seed: 2016, scale: 0.04, months: 14 } as const

/** Makes the demonstration force, smaller than a newcomer's, in a database to clone from. Answers its name. */
export async function makeForce(databases: TestDatabases): Promise<string> {
  const name = await cloneDatabase(databases, databases.template)
  const now = new Date()
  await makeDemonstration({
    ...SIZE,
    ownerUrl: replaceInUrl(databases.ownerUrl, { database: name }),
    asOf: freshestDay(now),
    now,
  })
  return name
}

/** A database like another that nobody is connected to. Ends with the run. */
export async function cloneDatabase(databases: Pick<TestDatabases, 'ownerUrl' | 'run'>, of: string): Promise<string> {
  const name = `${databases.run}_${randomBytes(5).toString('hex')}`
  await withClient(databases.ownerUrl, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${of} STRATEGY wal_log`),
  )
  return name
}
