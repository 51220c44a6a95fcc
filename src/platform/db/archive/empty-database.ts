import { type ClientBase, escapeIdentifier } from 'pg'
import { ArchiveError } from './archive-error.ts'
import { ours } from './catalogue.ts'

/** @throws {ArchiveError} when the database holds any table, view or sequence. */
export const requireEmpty = async (client: ClientBase): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(`
    SELECT pg_catalog.format('%s.%s', n.nspname, c.relname) AS name
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE ${ours} ORDER BY 1 LIMIT 1`)
  const [found] = rows
  if (found === undefined) return
  throw new ArchiveError(
    `The database is not empty (it has ${found.name}, for one), and a restore never writes over anything. ` +
      'Make a new database, or name a new data folder with FRANKPLEDGE_DATA.',
  )
}

/** Makes a database that was empty before empty again, after a restore that failed half way. */
export const emptyAgain = async (client: ClientBase): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(
    "SELECT nspname AS name FROM pg_catalog.pg_namespace WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'",
  )
  for (const { name } of rows) await client.query(`DROP SCHEMA ${escapeIdentifier(name)} CASCADE`)
  // As PostgreSQL makes it.
  await client.query('CREATE SCHEMA public AUTHORIZATION pg_database_owner; GRANT USAGE ON SCHEMA public TO PUBLIC')
}
