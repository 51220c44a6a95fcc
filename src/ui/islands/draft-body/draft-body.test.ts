import { expect, test } from 'vitest'
import { draftBody } from './draft-body.ts'

test('a draft holds the fields, lists where a name comes twice, and neither files nor tokens', () => {
  const body = draftBody([
    ['_csrf', 'secret'],
    ['_key', 'k'],
    ['_draft', 'd1'],
    ['_version', '3'],
    ['name', 'Slough'],
    ['areas', 'a'],
    ['areas', 'b'],
    ['areas', 'c'],
    ['file', { size: 3 }],
    ['__proto__x', 'y'],
  ])
  expect(body).toEqual({ key: 'd1', version: 3, fields: { name: 'Slough', areas: ['a', 'b', 'c'] } })
})

test('a form without draft and version says so by leaving them out', () => {
  expect(JSON.parse(JSON.stringify(draftBody([['name', '']])))).toEqual({ fields: { name: '' } })
})
