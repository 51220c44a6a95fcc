import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { Invalid, NotFound } from '#platform/errors/errors.ts'
import { type NodeScript, startNodeScript } from '../../../test/setup/node-script.ts'
import { makeTemporaryFolder, type TemporaryFolder } from '../../../test/setup/temporary-folder.ts'
import type { FileStore } from './file-store.ts'
import { createFolderFileStore } from './folder-file-store.ts'

const folders: TemporaryFolder[] = []
const scripts: NodeScript[] = []

afterEach(async () => {
  for (const script of scripts.splice(0)) await script.kill()
  for (const folder of folders.splice(0)) folder.remove()
})

const newStore = (maxBytes?: number): { store: FileStore; root: string } => {
  const folder = makeTemporaryFolder('files')
  folders.push(folder)
  const root = join(folder.path, 'files')
  return { store: createFolderFileStore(maxBytes === undefined ? { folder: root } : { folder: root, maxBytes }), root }
}

const streamOf = (...parts: readonly (string | Uint8Array)[]): Readable =>
  Readable.from(parts.map((part) => Buffer.from(part)))

const pathIn = (root: string, sha256: string): string => join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

const listed = async (store: FileStore): Promise<string[]> => {
  const names: string[] = []
  for await (const { sha256 } of store.list()) names.push(sha256)
  return names
}

const makeOld = (path: string): void => utimesSync(path, new Date('2024-01-01'), new Date('2024-01-01'))

const anHour = 3_600_000
const sweepOf = (referenced: readonly string[]) => ({
  findReferenced: async () => new Set(referenced),
  now: new Date(),
  olderThanMilliseconds: anHour,
})

describe('a stored file', () => {
  test('is named by its content and comes back whole, whatever its bytes and pieces', async () => {
    const { store } = newStore()
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 5_000 }), { maxLength: 5 }), async (pieces) => {
        const whole = Buffer.concat(pieces)
        const stored = await store.put(streamOf(...pieces))
        expect(stored).toEqual({ sha256: createHash('sha256').update(whole).digest('hex'), bytes: whole.length })
        expect(await store.has(stored.sha256)).toBe(true)
        expect(await buffer(await store.open(stored.sha256, { verify: true }))).toEqual(whole)
      }),
      { numRuns: 40 },
    )
  })

  test('is kept once, however often and at the same time it is stored', async () => {
    const { store, root } = newStore()
    const stored = await Promise.all(Array.from({ length: 8 }, () => store.put(streamOf('the same'))))
    expect(new Set(stored.map(({ sha256 }) => sha256)).size).toBe(1)
    expect(await listed(store)).toEqual([stored[0]?.sha256])
    expect(readdirSync(join(root, 'incoming'))).toEqual([])
  })

  test('can be read by nobody but its owner', async () => {
    const { store, root } = newStore()
    const { sha256 } = await store.put(streamOf('secret'))
    expect(statSync(pathIn(root, sha256)).mode & 0o777).toBe(0o600)
    expect(statSync(root).mode & 0o777).toBe(0o700)
  })

  test('that was damaged on the disk fails a verified read before its end', async () => {
    const { store, root } = newStore()
    const { sha256 } = await store.put(streamOf('as it was'))
    writeFileSync(pathIn(root, sha256), 'as it wos')
    await expect(buffer(await store.open(sha256, { verify: true }))).rejects.toThrow(/damaged/)
    expect((await buffer(await store.open(sha256))).toString()).toBe('as it wos')
  })

  test('that is not there is not found, nor is any name that is no SHA-256', async () => {
    const { store } = newStore()
    for (const name of ['0'.repeat(64), '../../etc/passwd', '', 'A'.repeat(64)]) {
      await expect(store.open(name)).rejects.toBeInstanceOf(NotFound)
      expect(await store.has(name)).toBe(false)
    }
  })
})

describe('a file that cannot be stored', () => {
  test('because it is too large is refused in words and leaves nothing', async () => {
    const { store, root } = newStore(2_097_152)
    const twoMegabytes = Buffer.alloc(2_097_152)
    expect((await store.put(streamOf(twoMegabytes))).bytes).toBe(2_097_152)
    const refusal = store.put(streamOf(twoMegabytes, 'x'))
    await expect(refusal).rejects.toBeInstanceOf(Invalid)
    await expect(refusal).rejects.toThrow('The file is larger than 2 MB')
    expect(readdirSync(join(root, 'incoming'))).toEqual([])
  })

  test('because its sender went away leaves nothing', async () => {
    const { store, root } = newStore()
    const cutOff = async function* () {
      yield Buffer.from('half of')
      throw new Error('connection lost')
    }
    await expect(store.put(cutOff())).rejects.toThrow('connection lost')
    expect(readdirSync(join(root, 'incoming'))).toEqual([])
    expect(await listed(store)).toEqual([])
  })
})

describe('the sweep', () => {
  test('removes old files that nothing points to, and no others', async () => {
    const { store, root } = newStore()
    const [kept, orphan, young] = await Promise.all(
      ['pointed to', 'orphan', 'row not committed yet'].map((text) => store.put(streamOf(text))),
    )
    for (const file of [kept, orphan]) makeOld(pathIn(root, file?.sha256 ?? ''))
    expect(await store.sweep(sweepOf([kept?.sha256 ?? '']))).toEqual({ kept: 2, removed: 1, bytesRemoved: 6 })
    expect(await listed(store)).toEqual([kept?.sha256 ?? '', young?.sha256 ?? ''].toSorted())
  })

  test('leaves a file that was stored again a moment ago', async () => {
    const { store, root } = newStore()
    const { sha256 } = await store.put(streamOf('again'))
    makeOld(pathIn(root, sha256))
    const sweeping = store.sweep({
      ...sweepOf([]),
      findReferenced: async () => {
        await store.put(streamOf('again'))
        return new Set()
      },
    })
    expect(await sweeping).toEqual({ kept: 1, removed: 0, bytesRemoved: 0 })
    expect(await store.has(sha256)).toBe(true)
  })

  test('never takes a file from under one who stores it', async () => {
    const { store, root } = newStore()
    const { sha256 } = await store.put(streamOf('contended'))
    for (let round = 0; round < 40; round += 1) {
      makeOld(pathIn(root, sha256))
      await Promise.all([store.sweep(sweepOf([])), store.put(streamOf('contended'))])
      expect(await store.has(sha256)).toBe(true)
    }
  })

  test('clears what a crash left in the middle of an upload, but not an upload under way', async () => {
    const { store, root } = newStore()
    const script = startNodeScript('test/setup/upload-script.ts', root)
    scripts.push(script)
    expect(await script.nextLine()).toBe('half way')
    await script.kill()
    const [remains = ''] = readdirSync(join(root, 'incoming'))
    expect(readFileSync(join(root, 'incoming', remains)).length).toBeGreaterThan(0)
    expect(await listed(store)).toEqual([])

    await store.sweep(sweepOf([]))
    expect(readdirSync(join(root, 'incoming'))).toEqual([remains])
    makeOld(join(root, 'incoming', remains))
    await store.sweep(sweepOf([]))
    expect(readdirSync(join(root, 'incoming'))).toEqual([])
  })

  test('puts back what a sweep that was cut off had laid aside', async () => {
    const { store, root } = newStore()
    const { sha256 } = await store.put(streamOf('aside'))
    renameSync(pathIn(root, sha256), join(root, 'incoming', `aside-${sha256}`))
    await store.sweep(sweepOf([sha256]))
    expect(await store.has(sha256)).toBe(true)
  })
})
