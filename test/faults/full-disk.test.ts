import { execFileSync } from 'node:child_process'
import { chmodSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { joinEmbedded } from '#platform/db/embedded/join-embedded.ts'
import { createFolderFileStore } from '#platform/files/folder-file-store.ts'
import { problemOf } from '#platform/http/errors.ts'
import { fillInstallation, type SignedIn } from '../service/installation.ts'
import { findFreePort, isHealthy, startService, type Service } from '../service/service.ts'
import { withClient } from '../setup/client.ts'
import { makeTemporaryFolder } from '../setup/temporary-folder.ts'

const MEGABYTE = 1_048_576

interface Disk {
  readonly path: string
  /** Leaves so many bytes free. */
  fillUpTo(free: number): void
  makeRoom(): void
  remove(): void
}

/** A small disk of its own. Throws where the machine does not let us have one: only root may, and not everywhere. */
function makeDisk(name: string, megabytes: number): Disk {
  const folder = makeTemporaryFolder(name)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', folder.path], { stdio: 'pipe' })
  } catch (error) {
    folder.remove()
    throw error
  }
  chmodSync(folder.path, 0o755)
  const filler = join(folder.path, 'filler')
  return {
    path: folder.path,
    fillUpTo(free) {
      const { bavail, bsize } = statfsSync(folder.path)
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - free)))
    },
    makeRoom: () => rmSync(filler, { force: true }),
    remove() {
      execFileSync('umount', ['--lazy', folder.path])
      folder.remove()
    },
  }
}

/** Whether a small disk can be had here: asked once, so that a test that cannot run says so. */
const possible = (() => {
  try {
    makeDisk('try', 1).remove()
    return true
  } catch {
    return false
  }
})()
const words = possible ? '' : ' (skipped: a small disk can be mounted only by root, and not on this machine)'

describe.skipIf(!possible)(`A full disk${words}`, () => {
  test('refuses a file in words, keeps nothing of it, and takes the next one that fits', async () => {
    const disk = makeDisk('files', 4)
    try {
      const files = createFolderFileStore({ folder: join(disk.path, 'files') })
      const tooMuch = files.put(bytesOf(8 * MEGABYTE))
      await expect(tooMuch).rejects.toMatchObject({ code: 'ENOSPC' })
      const error: unknown = await tooMuch.catch((thrown: unknown) => thrown)
      expect(problemOf(error, 'r')).toMatchObject({ status: 503, detail: expect.stringContaining('no room left') })
      const kept = await files.put(bytesOf(2 * MEGABYTE))
      expect(kept.bytes).toBe(2 * MEGABYTE)
    } finally {
      disk.remove()
    }
  })
})

describe.skipIf(!possible)(`The database on a full disk${words}`, () => {
  let disk: Disk
  let service: Service
  let who: SignedIn
  let port = 0

  beforeAll(async () => {
    disk = makeDisk('database', 700)
    const [signedIn] = await fillInstallation(disk.path, { personas: ['administrator'] })
    if (signedIn === undefined) throw new Error('Nobody is signed in.')
    who = signedIn
    port = await findFreePort()
    service = startService({ dataFolder: disk.path, port })
    await service.ready()
  })
  afterAll(async () => {
    await service.stop()
    disk.remove()
  })

  const saveDraft = async (number: number): Promise<number> => {
    try {
      const answer = await fetch(`${service.origin}/api/draft/save`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: who.cookie, 'x-csrf-token': who.csrf },
        body: JSON.stringify({ key: `/draft-${number}`, fields: { text: textOf(number) } }),
      })
      await answer.arrayBuffer()
      return answer.status
    } catch {
      return 0
    }
  }

  test('acknowledges nothing that it cannot keep, and comes back by itself once there is room', async () => {
    disk.fillUpTo(3 * MEGABYTE)
    const acknowledged: number[] = []
    const answers: number[] = []
    for (let number = 0; number < 2_000 && answers.filter((status) => status !== 200).length < 2; number++) {
      const status = await saveDraft(number)
      answers.push(status)
      if (status === 200) acknowledged.push(number)
    }
    // 503 in words, or no answer at all from a server that has just ended; never another fault, never a false yes.
    const refused = answers.filter((status) => status !== 200)
    expect(refused.length).toBe(2)
    expect(refused.filter((status) => status !== 503 && status !== 0)).toEqual([])
    expect(acknowledged.length).toBeGreaterThan(0)
    disk.makeRoom()
    await comeBack()
    expect(await saveDraft(9_999)).toBe(200)
    const kept = await withClient(ownerUrl(), async (client) => {
      const { rows } = await client.query<{ key: string; text: string }>(
        `SELECT key, fields ->> 'text' AS text FROM draft`,
      )
      return new Map(rows.map((row) => [row.key, row.text]))
    })
    expect(acknowledged.filter((number) => kept.get(`/draft-${number}`) !== textOf(number))).toEqual([])
  }, 120_000)

  /** Whatever ended is started again, by nothing more than starting it. */
  async function comeBack(): Promise<void> {
    for (let tries = 0; tries < 600; tries++) {
      if (service.ended()) service = startService({ dataFolder: disk.path, port })
      if (await isHealthy(service.origin)) return
      await sleep(100)
    }
    throw new Error('It did not come back.')
  }

  function ownerUrl(): string {
    const joined = joinEmbedded(disk.path)
    if (joined === undefined) throw new Error('No database server runs.')
    return joined.ownerUrl
  }
})

/** Ninety kilobytes that do not compress well. */
function textOf(number: number): string {
  let state = number + 1
  const letters = Array.from({ length: 90_000 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return String.fromCharCode(97 + (state % 26))
  })
  return letters.join('')
}

async function* bytesOf(count: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < count; at += MEGABYTE) yield Buffer.alloc(Math.min(MEGABYTE, count - at), 'x')
}
