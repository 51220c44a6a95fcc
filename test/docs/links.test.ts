import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { anchorsOf, docs, linksOf, root, type Doc } from './pages.ts'

const all = docs()

/** What is wrong with a link on a page, or null. */
function fault(page: Doc, target: string, pages: readonly Doc[] = all): string | null {
  if (/^(https?|mailto):/.test(target)) return null
  const [file = '', anchor] = target.split('#')
  const path = file === '' ? page.path : normalize(join(dirname(page.path), decodeURIComponent(file)))
  if (path.startsWith('..')) return `${page.path} links out of the project: ${target}`
  const other = pages.find((one) => one.path === path)
  if (other === undefined && !existsSync(join(root, path))) return `${page.path} links to what is not there: ${target}`
  if (anchor === undefined || other === undefined) return null
  return anchorsOf(other).has(anchor) ? null : `${page.path} links to a heading that is not there: ${target}`
}

describe('Links in the documents', () => {
  test('lead to what is there, headings too', () => {
    expect(all.length).toBeGreaterThan(8)
    const faults = all.flatMap((page) => linksOf(page).map((target) => fault(page, target)))
    expect(faults.filter((found) => found !== null)).toEqual([])
  })

  test.each([
    ['b.md', null],
    ['b.md#a-heading-its-own', null],
    ['#top', null],
    ['package.json', null],
    ['https://www.postgresql.org/', null],
    ['b.md#gone', 'heading that is not there'],
    ['gone.md', 'what is not there'],
    ['../outside.md', 'out of the project'],
  ])('to %s: %s', (target, expected) => {
    const a = { path: 'a.md', text: '', prose: '# Top\n' }
    const b = { path: 'b.md', text: '', prose: '## A heading, its own\n' }
    const found = fault(a, target, [a, b])
    if (expected === null) expect(found).toBeNull()
    else expect(found).toContain(expected)
  })
})
