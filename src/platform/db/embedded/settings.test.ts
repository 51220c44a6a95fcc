import { expect, test } from 'vitest'
import { sharedBuffers } from './settings.ts'

const GIGABYTE = 2 ** 30

test.each([
  ['a small machine', 1, '256MB'],
  ['one of two gigabytes', 2, '256MB'],
  ['one of sixteen', 16, '2048MB'],
  ['a large one', 256, '4096MB'],
])('Pages that are read often have an eighth of the memory: %s', (_words, gigabytes, size) => {
  expect(sharedBuffers(gigabytes * GIGABYTE)).toBe(size)
})
