/** A square, symmetric matrix, row by row. */
export type Matrix = readonly Float64Array[]

/**
 * The inverse of a symmetric matrix whose every direction counts (positive definite), by Cholesky's square root;
 * undefined where a direction does not, as when two columns of a design say the same.
 */
export function inverseOf(matrix: Matrix): Float64Array[] | undefined {
  const n = matrix.length
  const lower = matrix.map(() => new Float64Array(n))
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = at(matrix, i, j)
      for (let k = 0; k < j; k++) sum -= at(lower, i, k) * at(lower, j, k)
      // What is left of a column after those before it; a ten-millionth of its length is rounding.
      if (i === j && !(sum > 1e-14 * at(matrix, i, i))) return undefined
      put(lower, i, j, i === j ? Math.sqrt(sum) : sum / at(lower, j, j))
    }
  }
  const inverse = matrix.map(() => new Float64Array(n))
  for (let column = 0; column < n; column++) {
    const solved = new Float64Array(n)
    for (let i = 0; i < n; i++) {
      let sum = i === column ? 1 : 0
      for (let k = 0; k < i; k++) sum -= at(lower, i, k) * (solved[k] ?? 0)
      solved[i] = sum / at(lower, i, i)
    }
    for (let i = n - 1; i >= 0; i--) {
      let sum = solved[i] ?? 0
      for (let k = i + 1; k < n; k++) sum -= at(lower, k, i) * (solved[k] ?? 0)
      solved[i] = sum / at(lower, i, i)
      put(inverse, i, column, solved[i] ?? 0)
    }
  }
  return inverse
}

function at(matrix: Matrix, row: number, column: number): number {
  return matrix[row]?.[column] ?? 0
}

function put(matrix: readonly Float64Array[], row: number, column: number, value: number): void {
  const cells = matrix[row]
  if (cells) cells[column] = value
}
