import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AreaGeometry } from '#calculations/geometry/shapes.ts'
import { areaKm2 } from '#calculations/geometry/measures.ts'
import { isInside } from '#calculations/geometry/representative-point.ts'
import { validateGeometry } from '#calculations/geometry/validate-geometry.ts'
import {
  countByHexagon,
  getHexagon,
  hexagonAndNeighbours,
  hexagonAt,
  hexagonCentre,
  hexagonOutline,
  hexagonsIn,
  isHexagon,
  resolutionOf,
} from './hexagons.ts'

const englishPoint = fc.tuple(
  fc.double({ min: -5, max: 1.5, noNaN: true }),
  fc.double({ min: 50, max: 55, noNaN: true }),
)

test('A cell holds its own middle, has a sound outline, and at resolution 8 is some 0.7 km²', () => {
  fc.assert(
    fc.property(englishPoint, (point) => {
      const cell = hexagonAt(point, 8)
      const outline = hexagonOutline(cell)
      expect(resolutionOf(cell)).toBe(8)
      expect(hexagonAt(hexagonCentre(cell), 8)).toBe(cell)
      expect(isInside(outline, hexagonCentre(cell))).toBe(true)
      expect(validateGeometry(outline)).toEqual({ faults: [], blemishes: [] })
      expect(areaKm2(outline)).toBeGreaterThan(0.5)
      expect(areaKm2(outline)).toBeLessThan(0.9)
    }),
  )
})

test('Counting loses no point, and puts the fullest cell first, in the highest step', () => {
  fc.assert(
    fc.property(fc.array(englishPoint, { minLength: 1, maxLength: 60 }), (points) => {
      const { cells } = countByHexagon(points, 4)
      expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(points.length)
      const steps = cells.map(({ step }) => step)
      expect(steps).toEqual(steps.toSorted((a, b) => b - a))
    }),
  )
})

test('Text that names no cell is refused', () => {
  expect(isHexagon('nonsense')).toBe(false)
  expect(() => getHexagon('nonsense')).toThrow('not a cell')
})

test('The cells of an area hold every point of it, and none lies apart from it', () => {
  const area: AreaGeometry = {
    type: 'Polygon',
    coordinates: [
      [
        [-1.3, 51.7],
        [-1.2, 51.7],
        [-1.2, 51.8],
        [-1.3, 51.8],
        [-1.3, 51.7],
      ],
    ],
  }
  const cells = new Set(hexagonsIn(area, 8))
  const longitude = fc.double({ min: -1.3, max: -1.2, noNaN: true })
  const latitude = fc.double({ min: 51.7, max: 51.8, noNaN: true })
  fc.assert(
    fc.property(fc.tuple(longitude, latitude), (point) => {
      expect(cells.has(hexagonAt(point, 8))).toBe(true)
    }),
  )
  const covered = [...cells].reduce((sum, cell) => sum + areaKm2(hexagonOutline(cell)), 0)
  expect(covered / areaKm2(area)).toBeGreaterThan(1)
  expect(covered / areaKm2(area)).toBeLessThan(1.4)
})

test('A cell has itself and six neighbours, each of which has it', () => {
  const cell = hexagonAt([-1.25, 51.75], 9)
  const around = hexagonAndNeighbours(cell)
  expect(around.length).toBe(7)
  expect(around).toContain(cell)
  for (const neighbour of around) expect(hexagonAndNeighbours(neighbour)).toContain(cell)
})
