import { expect, test } from 'vitest'
import { eventWords } from './event-words.ts'
import { kindWords } from './kind-words.ts'

test('events and kinds are told in plain words, and read off their own names where there are none', () => {
  expect(eventWords('my-work.shown')).toBe('opened My work')
  expect(eventWords('apple.picked-up')).toBe('picked up apple')
  expect(kindWords('occurrence')).toBe('crime or incident')
  expect(kindWords('pear-tree')).toBe('pear tree')
})
