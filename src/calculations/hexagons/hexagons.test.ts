import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areaKm2 } from '#calculations/geometry/measures.ts'
import { isInside } from '#calculations/geometry/representative-point.ts'
import { validateGeometry } from '#calculations/geometry/validate-geometry.ts'
import {
  countByHexagon,
  getHexagon,
  hexagonAt,
  hexagonCentre,
  hexagonOutline,
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
