import { describe, expect, test } from 'vitest'
import { columnsOf, type Stepped } from './columns.ts'

const near = (...ids: number[]): Stepped[] => ids.map((id) => ({ id, step: 1 }))
const far = (...ids: number[]): Stepped[] => ids.map((id) => ({ id, step: 2 }))

describe('The columns of a small network', () => {
  test('put each two steps away beside what it is tied to, so that no ties cross where none need to', () => {
    const nodes = [...near(1, 2, 3), ...far(30, 20, 10)]
    const { first, second } = columnsOf(nodes, [
      [1, 10],
      [20, 2],
      [3, 30],
    ])
    expect(second.map((id) => id / 10)).toEqual(first)
  })

  test('have everybody once, whatever is tied to what, and are the same each time', () => {
    const nodes = [...near(5, 1, 9), ...far(7, 2)]
    const ties = [
      [5, 7],
      [7, 9],
      [9, 5],
    ] as const
    const columns = columnsOf(nodes, ties)
    expect([...columns.first].toSorted((a, b) => a - b)).toEqual([1, 5, 9])
    expect([...columns.second].toSorted((a, b) => a - b)).toEqual([2, 7])
    expect(columnsOf(nodes, ties)).toEqual(columns)
  })

  test('of nothing are empty', () => {
    expect(columnsOf([], [])).toEqual({ first: [], second: [] })
  })
})
