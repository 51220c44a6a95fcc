import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { docs, root, trackedFiles } from './pages.ts'

const MEGABYTE = 1_048_576

const tracked = trackedFiles()

/** A pattern from its halves, so that this file does not hold the words that it looks for. */
const words = (...halves: readonly (readonly [string, string])[]) =>
  new RegExp(`\\b(${halves.map((parts) => parts.join('')).join('|')})`, 'i')

/** Paths of one machine, and words of a workplace rather than of the product. */
const FORBIDDEN: readonly RegExp[] = [
  /\/(work|tmp)\/(main|shared|trees)\b/,
  /\/(home|Users)\/[a-z]/,
  words(['cla', 'ude'], ['anthro', 'pic'], ['chat', 'gpt'], ['cop', 'ilot'], ['open', 'ai\\b']),
  words(['sub', '-?agents?\\b'], ['language ', 'models?\\b'], ['work', 'trees?\\b']),
  words(['to', 'do:'], ['fix', 'me\\b'], ['xx', 'x:']),
]

/** Hosts from which packages come: the machine's own settings know them. */
const REGISTRY = /https?:\/\/[^"'\s/]*(registry|artifact|nexus|verdaccio|mirror|npmjs|pypi|unpkg)[^"'\s]*/i

const isText = (path: string) => !/\.(png|jpg|woff2|ico|gz|xlsx|pdf)$/.test(path)

describe('The files of the project', () => {
  test('hold nothing of the place where they were written', () => {
    const found = tracked.filter(isText).flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      return FORBIDDEN.filter((word) => word.test(text)).map((word) => `${path}: ${word.exec(text)?.[0] ?? ''}`)
    })
    expect(found).toEqual([])
  })

  test('name no registry of packages', () => {
    const found = tracked.filter(isText).flatMap((path) => {
      const host = REGISTRY.exec(readFileSync(join(root, path), 'utf8'))?.[0]
      return host === undefined ? [] : [`${path}: ${host}`]
    })
    expect(found).toEqual([])
  })

  test('are none larger than a megabyte', () => {
    expect(tracked.filter((path) => statSync(join(root, path)).size > MEGABYTE)).toEqual([])
  })

  test('have no leftovers among them', () => {
    const leftover = /\.(tmp|orig|rej|bak|swp)(\.|$)|(^|\/)\.(schemathesis\/|scratch)/
    expect(tracked.filter((path) => leftover.test(path))).toEqual([])
    const conflict = new RegExp(`^${'<'.repeat(7)} |^${'>'.repeat(7)} `, 'm')
    expect(tracked.filter(isText).filter((path) => conflict.test(readFileSync(join(root, path), 'utf8')))).toEqual([])
  })

  const shared = resolve(root, process.env['FRANKPLEDGE_SHARED_DATA'] ?? '../shared/data')
  const there = existsSync(shared)
  test.skipIf(!there)(`hold no copy of the shared data${there ? '' : ' (skipped: not beside the project)'}`, () => {
    const theirs = new Set(
      filesBelow(shared)
        .filter((path) => statSync(path).size > 200)
        .map(sumOf),
    )
    expect(theirs.size).toBeGreaterThan(0)
    expect(tracked.filter((path) => theirs.has(sumOf(join(root, path))))).toEqual([])
  })
})

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function sumOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

describe('The decision records', () => {
  const records = tracked.filter((path) => /^docs\/decisions\/.*\.md$/.test(path)).toSorted()

  test('are numbered from 1 without a gap, in the name and in the title', () => {
    const numbers = records.map((path) => Number(/\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1]))
    expect(numbers).toEqual(records.map((_, index) => index + 1))
    const titles = records.map((path) => readFileSync(join(root, path), 'utf8').split('\n')[0] ?? '')
    expect(titles.map((title) => Number(/^# (\d+)/.exec(title)?.[1]))).toEqual(numbers)
  })
})

describe('The glossary', () => {
  const [glossary] = docs().filter(({ path }) => path === 'docs/domain/glossary.md')
  const entries = [...(glossary?.text ?? '').matchAll(/^\| ([^|]+) \| ([^|]+) \|/gm)]
    .slice(2)
    .map(([, word = '', meaning = '']) => ({ word: word.trim(), meaning: meaning.trim() }))
  const said = entries.flatMap(({ word }) => word.split(', '))

  test('has each word once, in order, with what it is', () => {
    expect(entries.length).toBeGreaterThan(30)
    expect(new Set(said).size).toBe(said.length)
    const order = entries.map(({ word }) => word)
    expect(order).toEqual(order.toSorted((a, b) => a.localeCompare(b, 'en-GB')))
    expect(entries.filter(({ meaning }) => meaning === '')).toEqual([])
  })

  test('tells the nouns of the kernel', () => {
    const nouns = ['account', 'agency', 'area', 'compartment', 'document', 'location', 'occurrence', 'posting', 'unit']
    expect(nouns.filter((noun) => !said.includes(noun))).toEqual([])
  })
})
