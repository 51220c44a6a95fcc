import { Client } from 'pg'
import { superuser } from './cluster.ts'

/** The role that owns the database and migrates it: neither a superuser nor able to pass row-level security by itself. */
export const ownerRole = 'frankpledge_owner'

/** The database that the embedded server is there for. */
export const databaseName = 'frankpledge'

/** A connection URL for a server on a socket. */
export const socketUrl = (socketFolder: string, port: number, role: string, database: string): string =>
  `postgresql://${encodeURIComponent(role)}@/${encodeURIComponent(database)}` +
  `?host=${encodeURIComponent(socketFolder)}&port=${port}`

const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  // A server that goes away while we are connected fails the query; without a listener it would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Whether the server answers a query. */
export const answers = async (url: string): Promise<boolean> => {
  try {
    await withClient(url, (client) => client.query('SELECT 1'))
    return true
  } catch {
    return false
  }
}

const exists = async (client: Client, sql: string, name: string): Promise<boolean> =>
  ((await client.query(sql, [name])).rowCount ?? 0) > 0

/**
 * Makes the owner's role and database where they are missing. The owner gets what somebody with a server of their own is
 * asked to give: to make roles (migrations make the low roles), and databases (tests clone them).
 */
export const bootstrapDatabase = async (socketFolder: string, port: number): Promise<void> => {
  await withClient(socketUrl(socketFolder, port, superuser, 'postgres'), async (client) => {
    if (!(await exists(client, 'SELECT FROM pg_roles WHERE rolname = $1', ownerRole))) {
      await client.query(`CREATE ROLE ${ownerRole} LOGIN CREATEDB CREATEROLE`)
    }
    if (!(await exists(client, 'SELECT FROM pg_database WHERE datname = $1', databaseName))) {
      await client.query(`CREATE DATABASE ${databaseName} OWNER ${ownerRole}`)
    }
  })
}
