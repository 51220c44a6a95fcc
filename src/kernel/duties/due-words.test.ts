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
  expect(dueWords('2016-03-24T23:59:59Z', now)).toBe('end of 24 Mar')
  expect(dueWords('2016-04-04T22:59:59Z', now)).toBe('end of 4 Apr')
  expect(dueWords('2016-04-04T16:00:00Z', now)).toBe('Mon 4 April, 17:00')
})

test('what is due in another year than this one, in London, says which', () => {
  expect(dueWords('2015-03-25T23:59:59Z', now)).toBe('end of 25 Mar 2015')
  expect(dueWords('2017-04-04T16:00:00Z', now)).toBe('Tue 4 April 2017, 17:00')
  expect(dueWords('2015-12-31T23:59:59Z', new Date('2015-12-31T23:59:59Z'))).toBe('end of 31 Dec')
  expect(dueWords('2015-12-31T23:59:59Z', new Date('2016-01-01T00:00:00Z'))).toBe('end of 31 Dec 2015')
})
