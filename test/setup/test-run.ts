import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { replaceInUrl } from '#platform/db/connection-url.ts'
import type { TestDatabases } from '#platform/db/testing.ts'

export type TestRun = { readonly databases: TestDatabases; end(): Promise<void> }

const prefix = 'frankpledge_test_'

const runOf = (database: string): string => database.split('_').slice(0, 3).join('_')

const databasesNamed = async (client: Client, start: string): Promise<string[]> => {
  const sql = 'SELECT datname FROM pg_database WHERE starts_with(datname, $1)'
  return (await client.query<{ datname: string }>(sql, [start])).rows.map((row) => row.datname)
}

const dropDatabases = async (client: Client, start: string): Promise<void> => {
  for (const name of await databasesNamed(client, start)) {
    await client.query(`ALTER DATABASE ${name} WITH IS_TEMPLATE false`)
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  }
}

/** A run holds a lock in the server while it lives; what belongs to a run whose lock can be had is left over. */
const clearAbandonedRuns = async (client: Client): Promise<void> => {
  const runs = new Set((await databasesNamed(client, prefix)).map(runOf))
  for (const run of runs) {
    const sql = 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS dead'
    const { rows } = await client.query<{ dead: boolean }>(sql, [run])
    if (rows[0]?.dead !== true) continue
    await dropDatabases(client, `${run}_`)
    await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [run])
  }
}

/**
 * Prepares one run of the tests on a server: clears what killed runs left there, and makes the template.
 *
 * @param ownerUrl a role that may make databases and roles, in any database but those of the tests.
 * @param makeTemplate fills the template, given the owner's URL for it.
 */
export const startTestRun = async (
  ownerUrl: string,
  makeTemplate: (ownerUrl: string) => Promise<void>,
): Promise<TestRun> => {
  const client = new Client({ connectionString: ownerUrl, application_name: 'frankpledge test run' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await clearAbandonedRuns(client)
    const run = `${prefix}${randomBytes(4).toString('hex')}`
    const template = `${run}_template`
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [run])
    await client.query(`CREATE DATABASE ${template} TEMPLATE template0`)
    await makeTemplate(replaceInUrl(ownerUrl, { database: template }))
    // A database that somebody is connected to cannot be cloned.
    await client.query(`ALTER DATABASE ${template} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`)
    return {
      databases: { ownerUrl, template, run },
      end: async () => {
        await dropDatabases(client, `${run}_`)
        await client.end()
      },
    }
  } catch (error) {
    await client.end()
    throw error
  }
}
