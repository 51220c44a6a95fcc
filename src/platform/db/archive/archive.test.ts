import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { createFolderFileStore } from '#platform/files/folder-file-store.ts'
import { withClient } from '../../../../test/setup/client.ts'
import { hasDebianPostgres, startDebianPostgres } from '../../../../test/setup/debian-postgres.mjs'
import { oddRows, oddSchema, readEverything } from '../../../../test/setup/odd-schema.ts'
import { makeTemporaryFolder, type TemporaryFolder } from '../../../../test/setup/temporary-folder.ts'
import { emptyTestDatabase, type TestDatabase } from '../testing.ts'
import { restoreBackup } from './restore-backup.ts'
import type { SchemaPort } from './schema-port.ts'
import { writeBackup } from './write-backup.ts'

type Server = { readonly ownerUrl: string; readonly run: string }

const now = new Date('2026-11-23T12:00:00Z')
const databases: TestDatabase[] = []
const folders: TemporaryFolder[] = []

afterEach(async () => {
  for (const database of databases.splice(0)) await database.drop()
  for (const folder of folders.splice(0)) folder.remove()
})

const newFolder = (): string => {
  const folder = makeTemporaryFolder('archive')
  folders.push(folder)
  return folder.path
}

const newDatabase = async (server?: Server): Promise<TestDatabase> => {
  const database = await emptyTestDatabase(server)
  databases.push(database)
  return database
}

const oddDatabase = async (server?: Server, level = '0002_second'): Promise<TestDatabase> => {
  const database = await newDatabase(server)
  await oddSchema().migrateTo(database.ownerUrl, level)
  if (level === '0002_second') await withClient(database.ownerUrl, (client) => client.query(oddRows))
  return database
}

const backUp = async (database: TestDatabase, folder: string, schema: SchemaPort = oddSchema()) =>
  writeBackup({
    ownerUrl: database.ownerUrl,
    filesFolder: join(folder, 'files'),
    out: join(folder, 'backup'),
    schema,
    now,
  })

const restore = async (database: TestDatabase, folder: string, schema: SchemaPort = oddSchema()) =>
  restoreBackup({
    ownerUrl: database.ownerUrl,
    filesFolder: join(folder, 'restored'),
    from: join(folder, 'backup'),
    schema,
  })

const isEmpty = async ({ ownerUrl }: TestDatabase): Promise<boolean> =>
  withClient(ownerUrl, async (client) => {
    const sql = "SELECT FROM pg_class WHERE relnamespace::regnamespace::text IN ('public', '\"Odd Schema\"')"
    return (await client.query(sql)).rowCount === 0
  })

const roundTrip = async (from?: Server, into?: Server): Promise<void> => {
  const folder = newFolder()
  const source = await oddDatabase(from)
  const target = await newDatabase(into)
  const written = await backUp(source, folder)
  expect(written).toMatchObject({ level: '0002_second', tables: 6, rows: 18, files: 0, damagedFiles: [] })
  expect(await restore(target, folder)).toMatchObject({ level: '0002_second', tables: 6, rows: 18 })
  expect(await readEverything(target.ownerUrl)).toEqual(await readEverything(source.ownerUrl))
}

describe('a backup', () => {
  test('brings back every row, key, trigger, partition and sequence as it was', async () => {
    await roundTrip()
  })

  test('is plain files that other programs read and check', async () => {
    const folder = newFolder()
    await backUp(await oddDatabase(), folder)
    const archive = join(folder, 'backup')
    expect(execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: archive, encoding: 'utf8' })).toBe('')
    const [agency = ''] = readdirSync(join(archive, 'tables')).filter((name) => name.includes('public.agency'))
    const rows = execFileSync('gzip', ['-dc', join(archive, 'tables', agency)], { encoding: 'utf8' }).split('\n')
    expect(rows).toContain('2\tcounty\t\\N\t1')
  })

  test('is what stood at one moment, though others write meanwhile', async () => {
    const folder = newFolder()
    const source = await newDatabase()
    await oddSchema().migrateTo(source.ownerUrl, '0002_second')
    let writing = true
    const writer = withClient(source.ownerUrl, async (client) => {
      // Always one row in each, together or not at all; `noted` comes long after `agency` in the archive.
      while (writing)
        await client.query("BEGIN; INSERT INTO agency (name) VALUES ('x'); INSERT INTO noted VALUES ('x'); COMMIT")
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    await backUp(source, folder)
    writing = false
    await writer
    const target = await newDatabase()
    await restore(target, folder)
    const counted = await withClient(target.ownerUrl, (client) =>
      client.query<{ both: boolean; some: boolean; ahead: boolean }>(`
        SELECT (SELECT count(*) - 1 FROM agency) = (SELECT count(*) FROM noted) AS both, count(*) > 0 AS some,
          nextval('agency_id_seq') > (SELECT max(id) FROM agency) AS ahead FROM noted`),
    )
    expect(counted.rows).toEqual([{ both: true, some: true, ahead: true }])
  })

  test('carries the files, leaves out a damaged one and says so, and the seal heads', async () => {
    const folder = newFolder()
    const store = createFolderFileStore({ folder: join(folder, 'files') })
    const kept = await store.put(Readable.from([Buffer.from('evidence')]))
    const damaged = await store.put(Readable.from([Buffer.from('will rot')]))
    const { sha256 } = damaged
    writeFileSync(join(folder, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256), 'has rotted')
    writeFileSync(join(folder, 'heads'), 'head 1\n')
    const source = await oddDatabase()
    const report = await writeBackup({
      ownerUrl: source.ownerUrl,
      filesFolder: join(folder, 'files'),
      sealHeadsFile: join(folder, 'heads'),
      out: join(folder, 'backup'),
      schema: oddSchema(),
      now,
    })
    expect(report).toMatchObject({ files: 1, fileBytes: 8, damagedFiles: [sha256] })

    const target = await newDatabase()
    const sealHeadsFile = join(folder, 'new', 'restored-heads')
    await restoreBackup({
      ownerUrl: target.ownerUrl,
      filesFolder: join(folder, 'restored'),
      from: join(folder, 'backup'),
      sealHeadsFile,
      schema: oddSchema(),
    })
    expect(await createFolderFileStore({ folder: join(folder, 'restored') }).has(kept.sha256)).toBe(true)
    expect(readFileSync(sealHeadsFile, 'utf8')).toBe('head 1\n')
  })

  test('never writes over another, and leaves nothing when it fails', async () => {
    const folder = newFolder()
    const source = await oddDatabase()
    await backUp(source, folder)
    await expect(backUp(source, folder)).rejects.toThrow(/there already/)
    rmSync(join(folder, 'backup'), { recursive: true })
    await expect(backUp(await newDatabase(), folder)).rejects.toThrow(/never migrated/)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a restore', () => {
  test('refuses a database that is not empty', async () => {
    const folder = newFolder()
    const source = await oddDatabase()
    await backUp(source, folder)
    await expect(restore(source, folder)).rejects.toThrow(/not empty.*Odd Schema.*FRANKPLEDGE_DATA/s)
  })

  test('refuses what is no backup, and a level that is newer than this release or unknown', async () => {
    const folder = newFolder()
    const target = await newDatabase()
    await expect(restore(target, folder)).rejects.toThrow(/not a backup/)
    await backUp(await oddDatabase(), folder)
    await expect(restore(target, folder, oddSchema(1))).rejects.toThrow(/later release.*0002_second/)
    const manifest = join(folder, 'backup', 'manifest.json')
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('0002_second', '0000_other'))
    await expect(restore(target, folder)).rejects.toThrow(/0000_other, is unknown/)
    expect(await isEmpty(target)).toBe(true)
  })

  test('of an older level makes the schema of that level', async () => {
    const folder = newFolder()
    await backUp(await oddDatabase(undefined, '0001_first'), folder)
    const target = await newDatabase()
    expect((await restore(target, folder)).level).toBe('0001_first')
    await withClient(target.ownerUrl, (client) => client.query('ALTER TABLE person ADD born date'))
  })

  test('refuses a damaged archive, names the part, and changes nothing', async () => {
    const folder = newFolder()
    await backUp(await oddDatabase(), folder)
    const target = await newDatabase()
    const archive = join(folder, 'backup')
    const parts = [
      'manifest.json',
      'SHA256SUMS',
      ...readdirSync(join(archive, 'tables')).map((name) => `tables/${name}`),
    ]
    expect(parts.length).toBe(8)
    for (const part of parts) {
      const whole = readFileSync(join(archive, part))
      const flipped = Buffer.from(whole)
      flipped[Math.floor(whole.length / 2)] = (whole[Math.floor(whole.length / 2)] ?? 0) ^ 4
      for (const damage of [
        () => writeFileSync(join(archive, part), flipped),
        () => truncateSync(join(archive, part), whole.length - 20),
        () => appendFileSync(join(archive, part), 'more'),
        () => rmSync(join(archive, part)),
      ]) {
        damage()
        await expect(restore(target, folder), part).rejects.toThrow(/damaged: |not a backup|unknown here|later release/)
        writeFileSync(join(archive, part), whole)
      }
    }
    expect(await isEmpty(target)).toBe(true)
    expect(existsSync(join(folder, 'restored'))).toBe(false)
    await restore(target, folder)
  })

  test('that fails half way leaves the database empty again', async () => {
    const folder = newFolder()
    await backUp(await oddDatabase(), folder)
    const target = await newDatabase()
    const failing: SchemaPort = {
      ...oddSchema(),
      afterLoad: async () => {
        throw new Error('the last step fails')
      },
    }
    await expect(restore(target, folder, failing)).rejects.toThrow('the last step fails')
    expect(await isEmpty(target)).toBe(true)
    await restore(target, folder)
  })
})

const awkwardText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom('\\', '\t', '\n', '\r', 'N', '.', '"', ',', '{', '}', "'", '\u2028', '\uFEFF', '😀'),
    maxLength: 12,
  }),
)

const awkwardRow = fc.tuple(
  fc.option(awkwardText),
  fc.option(fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes))),
  fc.option(fc.jsonValue({ stringUnit: 'grapheme' }).map((value) => JSON.stringify(value).replaceAll('\\u0000', ''))),
  fc.option(fc.array(fc.option(awkwardText), { maxLength: 4 })),
  fc.option(fc.double()),
)

describe('any rows at all', () => {
  test('come back from the archive the same', async () => {
    const schema: SchemaPort = {
      ...oddSchema(),
      levels: async () => ['any'],
      findLevel: async () => 'any',
      migrateTo: async (url) => {
        const sql = 'CREATE TABLE any_row (n integer, a text, b bytea, c jsonb, d text[], e double precision)'
        await withClient(url, (client) => client.query(sql))
      },
    }
    await fc.assert(
      fc.asyncProperty(fc.array(awkwardRow, { maxLength: 25 }), async (rows) => {
        const folder = newFolder()
        const [source, target] = [await newDatabase(), await newDatabase()]
        await schema.migrateTo(source.ownerUrl, 'any')
        const read = async (url: string) =>
          withClient(url, async (client) => (await client.query('SELECT * FROM any_row ORDER BY n')).rows)
        await withClient(source.ownerUrl, async (client) => {
          for (const [n, row] of rows.entries())
            await client.query('INSERT INTO any_row VALUES ($1, $2, $3, $4, $5, $6)', [n, ...row])
        })
        expect((await backUp(source, folder, schema)).rows).toBe(rows.length)
        await restore(target, folder, schema)
        expect(await read(target.ownerUrl)).toEqual(await read(source.ownerUrl))
        await Promise.all([source.drop(), target.drop()])
      }),
      { numRuns: 10 },
    )
  })
})

describe.runIf(hasDebianPostgres())("between the run's PostgreSQL and Debian's 15", () => {
  let debian: Server & { stop(): Promise<void> }

  beforeAll(async () => {
    debian = { ...(await startDebianPostgres()), run: 'frankpledge_test_archive' }
  })
  afterAll(async () => debian.stop())

  test('a backup of this one restores there', async () => {
    await roundTrip(inject('databases'), debian)
  })

  test('a backup from there restores here', async () => {
    await roundTrip(debian, inject('databases'))
  })
})
