import fc from 'fast-check'
import { expect, test } from 'vitest'
import { suppressRow, suppressSmall } from './small-numbers.ts'

test('A small count is hidden, nought and the threshold are shown', () => {
  expect(suppressSmall(0, 5)).toEqual({ kind: 'shown', count: 0 })
  expect(suppressSmall(4, 5)).toEqual({ kind: 'suppressed', words: 'fewer than 5' })
  expect(suppressSmall(5, 5)).toEqual({ kind: 'shown', count: 5 })
  expect(() => suppressSmall(5, 0)).toThrow(RangeError)
})

test('A single hidden cell takes the next smallest with it, so that the total gives nothing away', () => {
  expect(suppressRow([3, 40, 0, 12], 5)).toEqual([
    { kind: 'suppressed', words: 'fewer than 5' },
    { kind: 'shown', count: 40 },
    { kind: 'shown', count: 0 },
    { kind: 'suppressed', words: 'withheld' },
  ])
})

test('No row with another number in it hides exactly one cell, and none shows a small number', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 10 }),
      (counts, threshold) => {
        const row = suppressRow(counts, threshold)
        const hidden = row.filter(({ kind }) => kind === 'suppressed').length
        if (counts.filter((count) => count > 0).length > 1) expect(hidden).not.toBe(1)
        for (const cell of row) {
          if (cell.kind === 'shown') expect(cell.count === 0 || cell.count >= threshold).toBe(true)
        }
      },
    ),
  )
})
