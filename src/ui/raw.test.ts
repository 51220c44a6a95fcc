import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { rawMarkup } from './raw.ts'

test('raw markup goes out as it stands, without a wrapper', () => {
  expect(renderToString(rawMarkup('<b>a</b> & c'))).toBe('<b>a</b> & c')
})

test('nothing outside src/ui puts raw markup into a page, and inside it there is one door', () => {
  const source = new URL('..', import.meta.url).pathname
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
  )
  const uses = (pattern: RegExp) => files.filter((file) => pattern.test(readFileSync(join(source, file), 'utf8')))
  expect(files.length).toBeGreaterThan(60)
  expect(uses(/rawMarkup\(/).filter((file) => !file.startsWith('ui/'))).toEqual([])
  expect(uses(/dangerouslySetInnerHTML|jsxTemplate/)).toEqual(['ui/raw.ts'])
})
