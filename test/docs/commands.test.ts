import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { SETTING_NAMES } from '#platform/config/settings.ts'
import { commands } from '../../src/command-line/commands.ts'
import { codeOf, docs, root } from './pages.ts'

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))

/** Every match of a pattern in what the documents write as code, with its page. */
const namedInCode = (pattern: RegExp) =>
  docs().flatMap((page) =>
    codeOf(page).flatMap((code) => [...code.matchAll(pattern)].map(([, name = '']) => ({ path: page.path, name }))),
  )

describe('Commands that the documents name', () => {
  test('are scripts of the package', () => {
    const named = namedInCode(/\bnpm (?:run (?:--silent |-s )?)?(?!ci\b|install\b)([a-z][a-z0-9:-]*)/g)
    expect(named.length).toBeGreaterThan(2)
    expect(named.filter(({ name }) => !(name in scripts))).toEqual([])
  })

  test('are commands of the command line', () => {
    const named = namedInCode(/\bnpx frankpledge ([a-z][a-z -]*)/g)
    expect(named.length).toBeGreaterThan(1)
    const known = (said: string) => commands.some(({ name }) => said === name || said.startsWith(`${name} `))
    expect(named.filter(({ name }) => !known(name.trim()))).toEqual([])
  })
})

test('Every program that a script or a gate starts is there', () => {
  const gates = readFileSync(join(root, '.ci/run'), 'utf8')
  const files = [...Object.values(scripts), gates].flatMap(
    (text) => text.match(/\b(?:scripts|test|bin)\/[\w./-]+\.(?:mjs|ts)\b/g) ?? [],
  )
  expect(files.length).toBeGreaterThan(4)
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
  const run = [...gates.matchAll(/npm (?:run )?(?:--silent )?([a-z][a-z0-9:]*)/g)].map((match) => match[1] ?? '')
  expect(run.filter((name) => !(name in scripts))).toEqual([])
})

test('The settings table lists every setting, and no other', () => {
  const text = readFileSync(join(root, 'docs/operations.md'), 'utf8')
  const rows = [...text.matchAll(/^\| *((?:`[A-Z_]+`(?:, )?)+) *\|/gm)].map((match) => match[1] ?? '')
  const listed = rows.flatMap((row) => [...row.matchAll(/`([A-Z_]+)`/g)].map((match) => match[1] ?? ''))
  expect(listed.toSorted()).toEqual([...SETTING_NAMES].toSorted())
})
