import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { describe, expect, test } from 'vitest'
import { areaKm2, centroid } from './measures.ts'
import { nests, shareInside } from './nesting.ts'
import { isInside, representativePoint } from './representative-point.ts'
import { boxOf } from './shapes.ts'

function box(west: number, south: number, east: number, north: number): Polygon {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}

describe('Area', () => {
  test('of the whole earth is that of the WGS84 ellipsoid, 510,065,622 km²', () => {
    expect(areaKm2(box(-180, -90, 180, 90))).toBeCloseTo(510_065_621.7, 0)
  })
  test('of a square degree at the equator is 12,309 km², as tables of the ellipsoid print it', () => {
    expect(areaKm2(box(0, 0, 1, 1))).toBeCloseTo(12_308.8, 0)
  })
  test('takes holes away, whichever way the rings wind', () => {
    const [outline = []] = box(-1, 51, 0, 52).coordinates
    const [hole = []] = box(-0.5, 51.2, -0.2, 51.4).coordinates
    const whole = areaKm2(box(-1, 51, 0, 52))
    const missing = areaKm2(box(-0.5, 51.2, -0.2, 51.4))
    for (const rings of [
      [outline, hole],
      [outline.toReversed(), hole],
      [outline, hole.toReversed()],
    ]) {
      expect(areaKm2({ type: 'Polygon', coordinates: rings })).toBeCloseTo(whole - missing, 6)
    }
  })
  test('of two halves is that of the whole', () => {
    const degrees = fc.double({ min: -2, max: 2, noNaN: true })
    fc.assert(
      fc.property(degrees, fc.double({ min: 0.01, max: 2, noNaN: true }), (west, width) => {
        const middle = west + width / 3
        const halves = areaKm2(box(west, 51, middle, 52)) + areaKm2(box(middle, 51, west + width, 52))
        expect(halves).toBeCloseTo(areaKm2(box(west, 51, west + width, 52)), 6)
      }),
    )
  })
})

describe('A point for an area', () => {
  const crescent: Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
        [0, 3],
        [3, 3],
        [3, 1],
        [0, 1],
        [0, 0],
      ],
    ],
  }
  test('is the centroid where that lies inside', () => {
    const [x, y] = representativePoint(box(-1, 51, 0, 52)) ?? [0, 0]
    expect(x).toBeCloseTo(-0.5, 9)
    expect(y).toBeCloseTo(51.5, 9)
  })
  test('lies inside even where the centroid does not', () => {
    const centre = centroid(crescent)
    expect(centre && isInside(crescent, centre)).toBe(false)
    const point = representativePoint(crescent)
    expect(point && isInside(crescent, point)).toBe(true)
  })
  test('is none for an area without area', () => {
    expect(representativePoint({ type: 'MultiPolygon', coordinates: [] })).toBeUndefined()
  })
  test('is in the box', () => {
    expect(boxOf(crescent)).toEqual([0, 0, 4, 4])
  })
})

describe('Nesting', () => {
  test('goes by share, so that a ward whose outline strays over the edge still belongs', () => {
    const district = box(-1, 51, 0, 52)
    expect(nests(box(-0.5, 51.2, -0.2, 51.4), district)).toBe(true)
    expect(nests(box(-0.5, 51.98, -0.2, 52.001), district)).toBe(true)
    expect(nests(box(-0.1, 51.2, 0.1, 51.4), district)).toBe(false)
    expect(shareInside(box(-0.1, 51.2, 0.1, 51.4), district)).toBeCloseTo(0.5, 1)
    expect(shareInside(district, box(5, 5, 6, 6))).toBe(0)
  })
})
