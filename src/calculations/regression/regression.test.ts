import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { poissonDraw } from '#calculations/random/distributions.ts'
import { createRandom } from '#calculations/random/random.ts'
import { dot, fitCounts } from './poisson-regression.ts'
import { inverseOf } from './solve.ts'

describe('Poisson regression', () => {
  // A. J. Dobson, An introduction to generalized linear models (1990), page 93: the example of R's manual of glm.
  const counts = [18, 17, 15, 20, 10, 20, 25, 13, 12]
  const rows = counts.map((count, i) => ({
    count,
    of: [1, Number(i % 3 === 1), Number(i % 3 === 2), Number(Math.floor(i / 3) === 1), Number(Math.floor(i / 3) === 2)],
    exposure: 1,
  }))
  test('gives the coefficients and errors that R prints for Dobson’s example', () => {
    const fit = fitCounts(rows)
    const printed = [3.044522, -0.4542553, -0.2929871, 0, 0]
    const errors = [0.1708987, 0.2021708, 0.1927423, 0.2, 0.2]
    printed.forEach((value, i) => expect(fit?.coefficients[i]).toBeCloseTo(value, 6))
    errors.forEach((value, i) => expect(Math.sqrt(fit?.covariance[i]?.[i] ?? 0)).toBeCloseTo(value, 6))
    expect(fit?.degrees).toBe(4)
  })
  test('of one group is its rate, and an exposure takes itself out', () => {
    const random = createRandom('rate')
    const exposed = Array.from({ length: 50 }, (_, i) => {
      const exposure = 10 + i
      return { count: poissonDraw(random, exposure * 0.5), of: [1], exposure }
    })
    const [total, all] = exposed.reduce(([n, e], { count, exposure }) => [n + count, e + exposure], [0, 0])
    const fit = fitCounts(exposed)
    expect(Math.exp(fit?.coefficients[0] ?? 0)).toBeCloseTo(total / all, 9)
    expect(Math.abs((fit?.dispersion ?? 0) - 1)).toBeLessThan(0.6)
  })
  test('is not made where two columns say the same, or a step is told by noughts only', () => {
    expect(fitCounts(rows.map((row) => ({ ...row, of: [1, 2] })))).toBeUndefined()
    const noughts = counts.map((count, i) => ({ count: i > 4 ? 0 : count, of: [1, Number(i > 4)], exposure: 1 }))
    expect(fitCounts(noughts)).toBeUndefined()
    expect(fitCounts(rows.slice(0, 5))).toBeUndefined()
  })
})

test('A matrix times its inverse is one', () => {
  const entry = fc.double({ min: -3, max: 3, noNaN: true })
  fc.assert(
    fc.property(fc.array(fc.array(entry, { minLength: 3, maxLength: 3 }), { minLength: 5, maxLength: 9 }), (made) => {
      const matrix = [0, 1, 2].map((a) =>
        Float64Array.from([0, 1, 2], (b) =>
          made.reduce((sum, row) => sum + (row[a] ?? 0) * (row[b] ?? 0), Number(a === b)),
        ),
      )
      const inverse = inverseOf(matrix)
      matrix.forEach((line, a) => {
        inverse?.forEach((column, b) => expect(dot(line, column)).toBeCloseTo(Number(a === b), 8))
      })
      expect(inverse).toBeDefined()
    }),
  )
  expect(inverseOf([Float64Array.of(1, 1), Float64Array.of(1, 1)])).toBeUndefined()
})
