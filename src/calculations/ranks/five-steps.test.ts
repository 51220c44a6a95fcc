import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiveSteps } from './five-steps.ts'

test('Ten different values fall two to a step', () => {
  const { steps, ranges } = fiveSteps([10, 1, 9, 2, 8, 3, 7, 4, 6, 5])
  expect(steps).toEqual([5, 1, 5, 1, 4, 2, 4, 2, 3, 3])
  expect(ranges[0]).toEqual({ step: 1, low: 1, high: 2, size: 2 })
})

test('Areas without a value have no step', () => {
  expect(fiveSteps([undefined, 3, undefined]).steps).toEqual([undefined, 1, undefined])
  expect(fiveSteps([])).toEqual({ steps: [], ranges: [] })
})

test('A higher value never has a lower step, equal values share one, and the ranges hold everything once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 80 }), (values) => {
      const { steps, ranges } = fiveSteps(values)
      values.forEach((a, i) => {
        values.forEach((b, j) => {
          const stepA = steps[i] ?? 0
          const stepB = steps[j] ?? 0
          if (a < b) expect(stepA).toBeLessThanOrEqual(stepB)
          if (a === b) expect(stepA).toBe(stepB)
        })
      })
      expect(ranges.reduce((sum, { size }) => sum + size, 0)).toBe(values.length)
    }),
  )
})
