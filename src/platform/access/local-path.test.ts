import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localPath, returnPath } from './local-path.ts'

const SITE = 'https://force.example'

describe('Going back after signing in', () => {
  test.each(['/', '/areas', '/areas?page=2&name=A%20B', '/why/document/1'])('%s is a page here', (path) => {
    expect(localPath(path)).toBe(path)
  })

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n//evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '/%2e//evil.example',
    'javascript:alert(1)',
    'areas',
    '',
    `/${'a'.repeat(3_000)}`,
    undefined,
    ['/areas', '/evil'],
  ])('%j leads home instead', (sent) => {
    expect(localPath(sent)).toBe('/')
  })

  test('whatever was sent, a browser stays on the site', () => {
    const bit = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '//',
      '\t',
      '\n',
      '@',
      ':',
      'evil.example',
      '%2f',
      '%5c',
      '?',
      '#',
    )
    const hostile = fc.array(fc.oneof(bit, fc.string())).map((bits) => `/${bits.join('')}`)
    fc.assert(
      fc.property(hostile, (sent) => {
        const path = localPath(sent)
        expect(new URL(path, SITE).origin).toBe(SITE)
        expect(localPath(path)).toBe(path)
      }),
      { numRuns: 2_000 },
    )
  })

  test('never leads back to a door', () => {
    expect(returnPath('/sign-in?back=/areas')).toBe('/')
    expect(returnPath('/locked')).toBe('/')
    expect(returnPath('/switchboard')).toBe('/switchboard')
  })
})
