import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ask, makeEmbeddedFixture, silent } from '../../../../test/setup/embedded-fixture.ts'
import { type NodeScript, startNodeScript } from '../../../../test/setup/node-script.ts'
import { type EmbeddedPostgres, startEmbedded } from './embedded.ts'
import { findProcess, isAlive, waitUntilGone } from './process-identity.ts'

const { newFolder, start, clear } = makeEmbeddedFixture()
const scripts: NodeScript[] = []

afterEach(async () => {
  for (const script of scripts.splice(0)) await script.kill()
  await clear()
})

const Opened = z.object({ pid: z.number(), url: z.string() })
const Refused = z.object({ refused: z.string() })

const openInOtherProcess = async (folder: string): Promise<{ script: NodeScript; line: unknown }> => {
  const script = startNodeScript('test/setup/embedded-script.ts', folder)
  scripts.push(script)
  return { script, line: JSON.parse((await script.nextLine()) ?? 'null') }
}

/** Opens the folder in another Node process, writes a row and kills that process with SIGKILL. */
const leaveOrphan = async (folder: string): Promise<number> => {
  const { script, line } = await openInOtherProcess(folder)
  const { pid, url } = Opened.parse(line)
  await ask(url, 'CREATE TABLE kept AS SELECT 1 AS one')
  await script.kill()
  return pid
}

/** Inserts numbers one by one and notes, outside the database, each that was acknowledged; ends when the server dies. */
const writeUntilItDies = async (url: string, ledger: number[], after: number): Promise<void> => {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    for (let number = after; ; number += 1) {
      await client.query('INSERT INTO ledger VALUES ($1)', [number])
      ledger.push(number)
    }
  } catch {
    await client.end().catch(() => undefined)
  }
}

const oneRestart = (): { readonly back: () => Promise<void>; readonly onRestart: () => void } => {
  let resolve = (): void => undefined
  let promise = new Promise<void>((done) => (resolve = done))
  return {
    onRestart: () => resolve(),
    back: async () => {
      await promise
      promise = new Promise<void>((done) => (resolve = done))
    },
  }
}

const lostOf = async (server: EmbeddedPostgres, ledger: readonly number[]): Promise<number[]> => {
  const stored = new Set((await ask(server.ownerUrl, 'SELECT number FROM ledger')).map(([number]) => number))
  return ledger.filter((number) => !stored.has(number))
}

describe('a database server that is killed', () => {
  test('comes back by itself and has lost no acknowledged row', async () => {
    const exits: unknown[] = []
    const { back, onRestart } = oneRestart()
    const server = await start(newFolder('killed'), { onExit: (exit) => exits.push(exit), onRestart })
    await ask(server.ownerUrl, 'CREATE TABLE ledger (number integer)')
    const ledger: number[] = []
    for (let round = 0; round < 4; round += 1) {
      const killed = server.serverPid()
      const writing = writeUntilItDies(server.ownerUrl, ledger, round * 1_000_000)
      setTimeout(() => process.kill(killed, 'SIGKILL'), 150 + 90 * round)
      await Promise.all([writing, back()])
      expect(server.serverPid()).not.toBe(killed)
      expect(await lostOf(server, ledger)).toEqual([])
    }
    expect(ledger.length).toBeGreaterThan(100)
    expect(exits).toEqual(Array.from({ length: 4 }, () => ({ code: null, signal: 'SIGKILL' })))
  })

  test('again and again is given up in words', async () => {
    let told: ((error: Error) => void) | undefined
    const givenUp = new Promise<Error>((resolve) => (told = resolve))
    const server = await start(newFolder('given-up'), {
      onRestart: () => process.kill(server.serverPid(), 'SIGKILL'),
      onGivenUp: (error) => told?.(error),
    })
    process.kill(server.serverPid(), 'SIGKILL')
    expect((await givenUp).message).toMatch(/ended 6 times within a minute/)
  }, 120_000)
})

describe('a process that is killed', () => {
  test('leaves a server that the next one takes over with its data', async () => {
    const folder = newFolder('adopted')
    const orphan = await leaveOrphan(folder)
    expect(findProcess(orphan)).toBeDefined()
    const server = await start(folder)
    expect([server.adopted, server.serverPid()]).toEqual([true, orphan])
    expect(await ask(server.ownerUrl, 'SELECT one FROM kept')).toEqual([[1]])
    await server.stop()
    expect(findProcess(orphan)).toBeUndefined()
  })

  test('leaves a server that is stopped and started anew where its settings are others', async () => {
    const folder = newFolder('not-adopted')
    const orphan = await leaveOrphan(folder)
    const server = await start(folder, { settings: { max_connections: '20' } })
    expect(server.adopted).toBe(false)
    expect(findProcess(orphan)).toBeUndefined()
    expect(await ask(server.ownerUrl, 'SELECT one, current_setting($$max_connections$$) FROM kept')).toEqual([
      [1, '20'],
    ])
  })

  test('leaves a server whose death is noticed, though it is no child of the one that took it over', async () => {
    const folder = newFolder('adopted-killed')
    const orphan = await leaveOrphan(folder)
    const { back, onRestart } = oneRestart()
    const server = await start(folder, { onRestart })
    process.kill(orphan, 'SIGKILL')
    await back()
    expect(await ask(server.ownerUrl, 'SELECT one FROM kept')).toEqual([[1]])
  })

  test('together with its server loses nothing either', async () => {
    const folder = newFolder('both-killed')
    const { script, line } = await openInOtherProcess(folder)
    const { pid, url } = Opened.parse(line)
    await ask(url, 'CREATE TABLE ledger (number integer)')
    const ledger: number[] = []
    const writing = writeUntilItDies(url, ledger, 0)
    while (ledger.length <= 10) await sleep(10)
    process.kill(pid, 'SIGKILL')
    await Promise.all([script.kill(), writing])
    const server = await start(folder)
    expect(ledger.length).toBeGreaterThan(10)
    expect(await lostOf(server, ledger)).toEqual([])
  })

  test('holds the data folder no longer, even when its number is used again', async () => {
    const folder = newFolder('stale-lock')
    const own = findProcess(process.pid)
    writeFileSync(join(folder, 'supervisor.lock'), JSON.stringify({ pid: own?.pid, started: 'another time' }))
    const server = await start(folder)
    expect(await ask(server.ownerUrl, 'SELECT 1')).toEqual([[1]])
  })

  test('leaves a postmaster.pid that stops nobody, even when its number is another program by now', async () => {
    const folder = newFolder('recycled-pid')
    const first = await start(folder)
    await first.stop()
    const other = spawn('sleep', ['60'], { cwd: '/' })
    writeFileSync(join(folder, 'postgresql-18', 'postmaster.pid'), `${other.pid}\n`)
    const server = await start(folder)
    expect(await ask(server.ownerUrl, 'SELECT 1')).toEqual([[1]])
    const sleeper = findProcess(other.pid ?? 0)
    expect(sleeper !== undefined && isAlive(sleeper)).toBe(true)
    other.kill('SIGKILL')
  })
})

describe('two processes', () => {
  test('never have one data folder open: the second is refused in words', async () => {
    const folder = newFolder('two-processes')
    const { script } = await openInOtherProcess(folder)
    await expect(startEmbedded({ dataFolder: folder, log: silent })).rejects.toThrow(
      new RegExp(`in use by another process \\(pid ${script.child.pid}\\)`),
    )
  })

  test('that start at the same moment on a stale lock: one gets the folder, the others are refused', async () => {
    const folder = newFolder('race')
    writeFileSync(join(folder, 'supervisor.lock'), JSON.stringify({ pid: 9_999_999, started: 'long ago' }))
    const openings = await Promise.all(Array.from({ length: 4 }, () => openInOtherProcess(folder)))
    const opened = openings.filter(({ line }) => Opened.safeParse(line).success)
    expect(opened).toHaveLength(1)
    expect(openings.filter(({ line }) => Refused.safeParse(line).success)).toHaveLength(3)
    const pid = Opened.parse(opened[0]?.line).pid
    const server = findProcess(pid)
    for (const { script } of openings) await script.kill()
    process.kill(pid, 'SIGINT')
    expect(server !== undefined && (await waitUntilGone(server, 10_000))).toBe(true)
  })
})
