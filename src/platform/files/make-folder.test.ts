import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeFolder } from './make-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'frankpledge-make-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('Making a folder', () => {
  test('makes those above it too, and is content when all are there', () => {
    const deep = join(folder, 'a', 'b', 'c')
    makeFolder(deep)
    makeFolder(deep)
    expect(existsSync(deep)).toBe(true)
  })

  test.skipIf(!existsSync('/proc'))('fails, rather than trying for ever, where the file system takes none', () => {
    expect(() => makeFolder('/proc/nowhere/at/all')).toThrow(/ENOENT|EACCES|EPERM/)
  })
})
