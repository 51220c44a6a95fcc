import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '#calculations/random/random.ts'
import { flattenPoints } from './flat-points.ts'
import { gridAround, kernelDensity } from './kernel-density.ts'
import { madeUpEvents } from './testing-places.ts'

describe('Kernel density', () => {
  const { points } = madeUpEvents(createRandom('density'), 60, 3000)

  test('holds every event once: its volume is their number', () => {
    const grid = gridAround(points, 400, 25)
    const volume = kernelDensity(points, 400, grid).reduce((sum, density) => sum + density, 0) * 0.025 ** 2
    expect(volume).toBeCloseTo(60, 1)
  })
  test('is what the formula gives, point by point', () => {
    const grid = { west: 0, south: 0, cell: 150, columns: 20, rows: 20 }
    const density = kernelDensity(points, 500, grid)
    const plainly = (column: number, row: number) => {
      let sum = 0
      points.x.forEach((x, i) => {
        const distance = Math.hypot(x - (column + 0.5) * 150, (points.y[i] ?? 0) - (row + 0.5) * 150)
        if (distance < 500) sum += (3 / (Math.PI * 0.5 ** 2)) * (1 - (distance / 500) ** 2) ** 2
      })
      return sum
    }
    fc.assert(
      fc.property(fc.nat(19), fc.nat(19), (column, row) => {
        expect(density[row * 20 + column]).toBeCloseTo(plainly(column, row), 8)
      }),
    )
  })
  test('asked for without width, or of more cells than a screen has points, is refused', () => {
    const grid = { west: 0, south: 0, cell: 1, columns: 3000, rows: 3000 }
    expect(() => kernelDensity(points, 0, { ...grid, rows: 1 })).toThrow('above nought')
    expect(() => kernelDensity(points, 100, grid)).toThrow('A grid has')
    expect(() => gridAround({ x: new Float64Array(), y: new Float64Array() }, 100, 10)).toThrow('no points')
  })
})

describe('Points laid flat', () => {
  test('keep the lengths that a degree has on the ellipsoid', () => {
    // At 52 degrees north: 68,678 m a degree of longitude, 111,267 m of latitude (tables of the WGS84 ellipsoid).
    const { x, y } = flattenPoints(
      [
        [-1, 52],
        [-0.9, 52],
        [-1, 52.1],
      ],
      [-1, 52],
    )
    expect([x[0], y[0], x[2]]).toEqual([0, 0, 0])
    expect(((x[1] ?? 0) * 10) / 68_678).toBeCloseTo(1, 4)
    expect(((y[2] ?? 0) * 10) / 111_267).toBeCloseTo(1, 4)
  })
  test('keep the distance of near points a hundred kilometres from the middle, to one part in a thousand', () => {
    const far = flattenPoints(
      [
        [0.45, 52],
        [0.451, 52],
      ],
      [-1, 52],
    )
    const near = flattenPoints(
      [
        [0.45, 52],
        [0.451, 52],
      ],
      [0.45, 52],
    )
    const length = ({ x, y }: typeof far) => Math.hypot((x[1] ?? 0) - (x[0] ?? 0), (y[1] ?? 0) - (y[0] ?? 0))
    expect(Math.abs(length(far) / length(near) - 1)).toBeLessThan(0.001)
  })
})
