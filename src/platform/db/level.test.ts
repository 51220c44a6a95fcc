import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPool } from './database.ts'
import { databaseLevel } from './level.ts'
import { emptyTestDatabase, withTestDatabase, type TestDatabase } from './testing.ts'

const migrated = withTestDatabase()
let empty: TestDatabase
let folder: string

beforeAll(async () => {
  empty = await emptyTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  await writeFile(join(folder, '9999_later_release.sql'), 'SELECT 1')
})

afterAll(async () => {
  await empty.drop()
  await rm(folder, { recursive: true })
})

async function levelOf({ ownerUrl }: TestDatabase) {
  const pool = openPool({ url: ownerUrl, poolSize: 1, statementTimeout: 0 })
  try {
    return await databaseLevel({ pool }, folder)
  } finally {
    await pool.end()
  }
}

test('a database tells how far it was brought, and the release how far it must be', async () => {
  const { at, newest } = await levelOf(migrated())
  expect(at).toMatch(/^\d{4}_[a-z_]+\.sql$/)
  expect(newest).toBe('9999_later_release.sql')
})

test('a database that was never migrated has no level', async () => {
  expect((await levelOf(empty)).at).toBeNull()
})
