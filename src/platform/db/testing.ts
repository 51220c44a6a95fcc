import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { replaceInUrl } from './connection-url.ts'

/** What a run of the tests provides to every test file: the server, and the migrated database to clone. */
export type TestDatabases = {
  /** The owner in the server's maintenance database. */
  readonly ownerUrl: string
  readonly template: string
  /** Every database of this run is named after it. */
  readonly run: string
}

declare module 'vitest' {
  interface ProvidedContext {
    databases: TestDatabases
  }
}

export type TestDatabase = {
  readonly name: string
  readonly ownerUrl: string
  /** A connection URL for another role, without a password. */
  urlFor(role: string): string
  /** Drops it, connections and all. */
  drop(): Promise<void>
}

const inMaintenanceDatabase = async (ownerUrl: string, ...statements: string[]): Promise<void> => {
  const client = new Client({ connectionString: ownerUrl, application_name: 'frankpledge tests' })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Makes a database from a template, or an empty one (`template0`). */
const createDatabase = async (
  { ownerUrl, run }: Pick<TestDatabases, 'ownerUrl' | 'run'>,
  template: string,
): Promise<TestDatabase> => {
  const name = `${run}_${randomBytes(5).toString('hex')}`
  // The log is the cheaper way for a small template: no checkpoint, so no waiting for other tests' writes.
  await inMaintenanceDatabase(ownerUrl, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY wal_log`)
  const url = replaceInUrl(ownerUrl, { database: name })
  return {
    name,
    ownerUrl: url,
    urlFor: (role) => replaceInUrl(url, { role }),
    drop: () => inMaintenanceDatabase(ownerUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

/** A fresh database with every migration, cloned from the run's template (about 0.1 s). The caller drops it. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const databases = inject('databases')
  return createDatabase(databases, databases.template)
}

/**
 * A fresh database with nothing in it, for tests of migrating and restoring, on the run's server or on another. The caller
 * drops it.
 */
export const emptyTestDatabase = async (
  server: Pick<TestDatabases, 'ownerUrl' | 'run'> = inject('databases'),
): Promise<TestDatabase> => createDatabase(server, 'template0')

/**
 * A fresh migrated database for the tests around this call: made before the first, dropped after the last. Answers how to
 * get at it from within a test.
 */
export const withTestDatabase = (): (() => TestDatabase) => {
  let database: TestDatabase | undefined
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(async () => {
    await database?.drop()
  })
  return () => {
    if (database === undefined) throw new Error('The test database is there only within a test or hook')
    return database
  }
}
