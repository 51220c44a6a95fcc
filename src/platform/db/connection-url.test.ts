import { describe, expect, test } from 'vitest'
import { findRoleInUrl, replaceInUrl } from './connection-url.ts'

describe('the URL of a database', () => {
  test('on a socket can name another role and database', () => {
    expect(replaceInUrl('postgresql://owner@/one?host=%2Frun&port=5432', { role: 'app', database: 'two' })).toBe(
      'postgresql://app@/two?host=%2Frun&port=5432',
    )
  })

  test('on a host keeps its password with its role, and loses it with another', () => {
    const url = 'postgres://owner:secret@db.example:5433/one'
    expect(replaceInUrl(url, { database: 'two' })).toBe('postgres://owner:secret@db.example:5433/two')
    expect(replaceInUrl(url, { role: 'app' })).toBe('postgres://app@db.example:5433/one')
  })

  test('tells its role, on a socket and on a host', () => {
    expect(findRoleInUrl('postgresql://app@/one?host=%2Frun')).toBe('app')
    expect(findRoleInUrl('postgres://the%20app:secret@db.example/one')).toBe('the app')
    expect(findRoleInUrl('postgres://db.example/one')).toBeUndefined()
  })

  test('that is none is refused without being shown', () => {
    expect(() => replaceInUrl('mysql://owner:secret@db', {})).toThrow(/^Not a PostgreSQL URL(?!.*secret)/)
  })
})
