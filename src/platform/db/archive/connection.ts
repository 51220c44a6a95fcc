import { Client } from 'pg'
import { ArchiveError } from './archive-error.ts'

const oldestServer = 150_000

/**
 * What makes the text of a value the same everywhere, and lets a long copy take its time. Row security is off so that a
 * role that would see only some of the rows fails, instead of quietly leaving the others out.
 */
const settings = `
  SET client_encoding = 'UTF8'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres'; SET timezone = 'UTC';
  SET bytea_output = 'hex'; SET extra_float_digits = 3; SET row_security = off;
  SET statement_timeout = 0; SET lock_timeout = '60s'; SET idle_in_transaction_session_timeout = 0;
  SET xmloption = 'content'`

/**
 * Runs `work` on a connection set for copying.
 *
 * @throws {ArchiveError} when the server is older than PostgreSQL 15.
 */
export const withArchiveConnection = async <T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: ownerUrl, application_name: 'frankpledge archive' })
  // A server that goes away fails the query under way; without a listener it would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int AS version",
    )
    if ((rows[0]?.version ?? 0) < oldestServer) throw new ArchiveError('This needs PostgreSQL 15 or later.')
    await client.query(settings)
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Runs `work` in one transaction, opened by `begin`. */
export const inTransaction = async <T>(client: Client, begin: string, work: () => Promise<T>): Promise<T> => {
  await client.query(begin)
  try {
    const value = await work()
    await client.query('COMMIT')
    return value
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}
