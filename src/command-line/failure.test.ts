import { expect, test } from 'vitest'
import { failureWords } from './failure.ts'

const coded = (message: string, facts: Readonly<Record<string, unknown>>) => Object.assign(new Error(message), facts)

test('what went wrong around the program is said in words, without where in the program', () => {
  const taken = coded('listen EADDRINUSE: address already in use 127.0.0.1:3000', { code: 'EADDRINUSE', port: 3000 })
  expect(failureWords(taken, false)).toBe('Port 3000 is taken: stop what listens there, or set PORT to another.')
  const missing = coded('ENOENT: no such file', { code: 'ENOENT', path: 'units.csv' })
  expect(failureWords(missing, false)).toBe('There is no file or folder units.csv.')
  const unmigrated = coded('relation "installation" does not exist', { code: '42P01' })
  expect(failureWords(unmigrated, false)).toContain('frankpledge migrate')
})

test('a name with several addresses that all fail is told as the first of them', () => {
  const one = coded('connect ECONNREFUSED ::1:5432', { code: 'ECONNREFUSED', address: '::1', port: 5432 })
  expect(failureWords(new AggregateError([one, one]), false)).toMatch(/^Nothing answers at ::1:5432/)
})

test('words of our own are given as they are', () => {
  expect(failureWords(new Error('This database has not been set up yet.'), false)).toBe(
    'This database has not been set up yet.',
  )
})

test('a fault of the program keeps where it happened; debug adds it to everything', () => {
  expect(failureWords(new TypeError('x is not a function'), false)).toMatch(/x is not a function\n\s+at /)
  expect(failureWords(new Error('No.'), true)).toMatch(/^No\.\nError: No\.\n\s+at /)
})
