import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { ask, makeEmbeddedFixture, silent } from '../../../../test/setup/embedded-fixture.ts'
import { defaultSettings } from './settings.ts'
import { startEmbedded } from './embedded.ts'
import { findProcess } from './process-identity.ts'

const { newFolder, start, clear } = makeEmbeddedFixture()

const settingsOf = async (url: string, ...names: string[]): Promise<unknown[]> =>
  (await ask(url, `SELECT ${names.map((name) => `current_setting('${name}')`).join(', ')}`))[0] ?? []

afterEach(clear)

describe('the embedded database', () => {
  test('is made the first time and found again with its data the next time', async () => {
    const folder = join(newFolder('first-start'), 'data')
    const first = await start(folder)
    await ask(first.ownerUrl, "CREATE TABLE kept (words text); INSERT INTO kept VALUES ('still here')")
    await first.stop()
    const second = await start(folder)
    expect(second.adopted).toBe(false)
    expect(await ask(second.ownerUrl, 'SELECT words FROM kept')).toEqual([['still here']])
  })

  test('writes for good, checks its pages and listens to no network', async () => {
    const server = await start(newFolder('settings'))
    expect(
      await settingsOf(server.ownerUrl, 'fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'jit'),
    ).toEqual(['on', 'on', 'on', 'on', 'off'])
    expect(await settingsOf(server.ownerUrl, 'listen_addresses', 'server_encoding', 'max_connections')).toEqual([
      '',
      'UTF8',
      '100',
    ])
    expect(
      await ask(
        server.ownerUrl,
        `SELECT pg_size_bytes(current_setting('shared_buffers')) = pg_size_bytes('${defaultSettings.shared_buffers}')`,
      ),
    ).toEqual([[true]])
    expect(statSync(server.socketFolder).mode & 0o777).toBe(0o700)
  })

  test('is owned by a role that is no superuser and does not pass row-level security', async () => {
    const server = await start(newFolder('owner'))
    const [roles] = await ask(
      server.ownerUrl,
      'SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user',
    )
    expect(roles).toEqual([false, false])
  })

  test('folds case and finds words with accents, though text is ordered by code point', async () => {
    const server = await start(newFolder('locale'))
    await ask(server.ownerUrl, 'CREATE EXTENSION pg_trgm')
    const [row] = await ask(
      server.ownerUrl,
      `SELECT lower('ÉCOLE ŁÓDŹ'), to_tsvector('simple', 'Café Łódź')::text, similarity('Łódź', 'łódź')::int,
         'Z' < 'a', 'é' < 'f' COLLATE "en-x-icu"`,
    )
    expect(row).toEqual(['école łódź', "'café':1 'łódź':2", 1, true, true])
  })
})

describe('a data folder', () => {
  test('is refused in words while it is open already', async () => {
    const folder = newFolder('second-opener')
    await start(folder)
    await expect(startEmbedded({ dataFolder: folder, log: silent })).rejects.toThrow(
      /in use by another process \(pid \d+\).*FRANKPLEDGE_DATA/s,
    )
  })

  test('is given free by a stop', async () => {
    const folder = newFolder('given-free')
    const server = await start(folder)
    const pid = server.serverPid()
    await server.stop()
    expect(findProcess(pid)).toBeUndefined()
    expect(existsSync(join(folder, 'supervisor.lock'))).toBe(false)
  })

  test('whose path is too long for a socket gets a short folder for it, the same every time', async () => {
    const folder = join(newFolder('long-path'), 'a'.repeat(100))
    const first = await start(folder)
    expect(first.socketFolder.startsWith(folder)).toBe(false)
    expect(await ask(first.ownerUrl, 'SELECT 1')).toEqual([[1]])
    await first.stop()
    const second = await start(folder)
    expect(second.socketFolder).toBe(first.socketFolder)
    await second.stop()
    rmSync(first.socketFolder, { recursive: true })
  })

  test('that the server cannot reach is refused in words', async () => {
    const folder = newFolder('unreadable')
    const data = join(folder, 'data')
    mkdirSync(data)
    // Root reads everything, but its server runs as nobody, who is stopped one folder higher.
    chmodSync(process.getuid?.() === 0 ? folder : data, process.getuid?.() === 0 ? 0o700 : 0o000)
    await expect(startEmbedded({ dataFolder: data, log: silent })).rejects.toThrow(/FRANKPLEDGE_DATA/)
    expect(existsSync(join(data, 'supervisor.lock'))).toBe(false)
  })

  test('that is a file is refused in words', async () => {
    const file = join(newFolder('not-a-folder'), 'file')
    writeFileSync(file, '')
    await expect(startEmbedded({ dataFolder: file, log: silent })).rejects.toThrow(/cannot be used.*FRANKPLEDGE_DATA/s)
  })

  test('made by another version of PostgreSQL is refused in words', async () => {
    const folder = newFolder('other-version')
    const server = await start(folder)
    await server.stop()
    const [cluster = ''] = readdirSync(folder).filter(
      (name) => name.startsWith('postgresql-') && !name.endsWith('.log'),
    )
    renameSync(join(folder, cluster), join(folder, 'postgresql-17'))
    await expect(startEmbedded({ dataFolder: folder, log: silent })).rejects.toThrow(/another version.*backup/s)
  })
})
