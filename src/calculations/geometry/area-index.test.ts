import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import type { FeatureCollection, Polygon } from 'geojson'
import { describe, expect, test } from 'vitest'
import { createRandom } from '#calculations/random/random.ts'
import { createAreaIndex } from './area-index.ts'
import { boxOf, joinBoxes, type LngLat, polygonsOf } from './shapes.ts'

const square = (x: number, y: number, size = 1): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ],
  ],
})

/** The crossing rule as in any textbook, over every area: slow, plain, and unsure only on boundaries. */
function plainAreasAt(areas: readonly { id: string; geometry: Polygon }[], [x, y]: LngLat): string[] {
  return areas
    .filter(({ geometry }) => {
      let inside = false
      for (const ring of polygonsOf(geometry).flat()) {
        for (let i = 1; i < ring.length; i++) {
          const [x1 = 0, y1 = 0] = ring[i - 1] ?? []
          const [x2 = 0, y2 = 0] = ring[i] ?? []
          if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside
        }
      }
      return inside
    })
    .map(({ id }) => id)
}

const corner = fc.double({ min: -3, max: 3, noNaN: true })
/** Stars around a centre: always simple, seldom convex, each with a hole in its middle. */
const star = fc
  .tuple(corner, corner, fc.array(fc.double({ min: 0.2, max: 1.5, noNaN: true }), { minLength: 3, maxLength: 9 }))
  .map(([x, y, radii]): Polygon => {
    const ring = (scale: number) => {
      const points = radii.map((radius, i) => {
        const angle = (2 * Math.PI * i) / radii.length
        return [x + scale * radius * Math.cos(angle), y + scale * radius * Math.sin(angle)]
      })
      return [...points, ...points.slice(0, 1)]
    }
    return { type: 'Polygon', coordinates: [ring(1), ring(0.3)] }
  })

describe('The areas at a point', () => {
  test('are those that a plain look through all of them finds', () => {
    fc.assert(
      fc.property(fc.array(star, { maxLength: 12 }), fc.array(fc.tuple(corner, corner)), (shapes, points) => {
        const areas = shapes.map((geometry, i) => ({ id: `${i}`, geometry }))
        const index = createAreaIndex(areas)
        for (const point of points) expect(index.areasAt(point)).toEqual(plainAreasAt(areas, point))
      }),
    )
  })
  test('nest: a point in a ward is in its district too, and not in the hole of a district', () => {
    const [outline = []] = square(0, 0, 10).coordinates
    const [hole = []] = square(4, 4, 2).coordinates
    const index = createAreaIndex([
      { id: 'district', geometry: { type: 'Polygon', coordinates: [outline, hole] } },
      { id: 'ward', geometry: square(1, 1) },
      {
        id: 'island',
        geometry: { type: 'MultiPolygon', coordinates: [square(4, 4, 2).coordinates, square(20, 0).coordinates] },
      },
    ])
    expect(index.areasAt([1.5, 1.5])).toEqual(['district', 'ward'])
    expect(index.areasAt([5, 5])).toEqual(['island'])
    expect(index.areasAt([20.5, 0.5])).toEqual(['island'])
    expect(index.areasAt([50, 50])).toEqual([])
  })
  test('on boundaries and corners are just one of a chessboard of neighbours', () => {
    const board = Array.from({ length: 64 }, (_, i) => ({ id: i, geometry: square(i % 8, Math.floor(i / 8)) }))
    const index = createAreaIndex(board)
    for (let x = 0; x <= 8; x += 0.5) {
      for (let y = 0; y <= 8; y += 0.5) expect([x, y, index.areasAt([x, y]).length]).toEqual([x, y, 1])
    }
  })
  test('on boundaries do not hang on the order in which the areas come', () => {
    const board = Array.from({ length: 16 }, (_, i) => ({ id: i, geometry: square(i % 4, Math.floor(i / 4)) }))
    const there = createAreaIndex(board)
    const back = createAreaIndex(board.toReversed())
    for (let x = 0; x <= 4; x++)
      for (let y = 0; y <= 4; y++) expect(back.areasAt([x, y])).toEqual(there.areasAt([x, y]))
  })
  test('are none where there are no areas', () => {
    expect(createAreaIndex([]).areasAt([0, 0])).toEqual([])
  })
})

const shared = process.env['FRANKPLEDGE_SHARED_DATA'] ?? resolve(import.meta.dirname, '../../../../shared/data')
const lsoas = resolve(shared, 'boundaries/tvp_lsoa11.geojson')

describe('With the real boundaries of Thames Valley', () => {
  test.skipIf(!existsSync(lsoas))('30,000 points are placed as the plain look places them', () => {
    const { features }: FeatureCollection<Polygon> = JSON.parse(readFileSync(lsoas, 'utf8'))
    const areas = features.map(({ geometry, properties }) => ({ id: String(properties?.['code']), geometry }))
    const index = createAreaIndex(areas)
    const [west, south, east, north] = joinBoxes(areas.map(({ geometry }) => boxOf(geometry)))
    const random = createRandom('points')
    const points = Array.from({ length: 30_000 }, (): LngLat => [
      west + random.next() * (east - west),
      south + random.next() * (north - south),
    ])
    const found = points.map((point) => index.areasAt(point))
    expect(found.filter((ids) => ids.length > 0).length).toBeGreaterThan(10_000)
    for (let i = 0; i < 300; i++) expect(found[i * 100]).toEqual(plainAreasAt(areas, points[i * 100] ?? [0, 0]))
  })
})
