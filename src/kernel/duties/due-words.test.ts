import { expect, test } from 'vitest'
import { dueWords, timeLeft } from './due-words.ts'

const now = new Date('2016-03-24T17:30:00Z')

test.each([
  ['2016-03-24T20:50:00Z', '3 h 20 left'],
  ['2016-03-24T16:50:00Z', '40 min over'],
  ['2016-04-04T22:59:59Z', '11 days left'],
  ['2016-03-23T10:00:00Z', '1 day over'],
  ['2016-03-24T17:30:00Z', '0 min left'],
])('what is due at %s has %s', (due, words) => {
  expect(timeLeft(due, now)).toBe(words)
})

test('what is due with its day is said so, on both sides of the change of clocks', () => {
  expect(dueWords('2016-03-24T23:59:59Z')).toBe('end of 24 Mar')
  expect(dueWords('2016-04-04T22:59:59Z')).toBe('end of 4 Apr')
  expect(dueWords('2016-04-04T16:00:00Z')).toBe('Mon 4 April, 17:00')
})
