import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { describe, expect, test } from 'vitest'
import { touching } from './touching.ts'

const box = (west: number, south: number, size = 0.1): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
})
const named = (boxes: Readonly<Record<string, Polygon>>) =>
  Object.entries(boxes).map(([id, geometry]) => ({ id, geometry }))

describe('Areas that touch', () => {
  const others = named({
    east: box(-0.9, 51.4),
    corner: box(-0.9, 51.5),
    // Its corners lie on the middle of the other's edge.
    shifted: box(-1.1, 51.45),
    inside: box(-0.98, 51.42, 0.02),
    across: box(-1.05, 51.47),
    far: box(-0.7, 51.4),
    gap: box(-0.899, 51.3),
  })
  test('share an edge, a corner or a stretch of border; what lies a ditch away touches as far as is allowed', () => {
    expect(touching([box(-1, 51.4)], others, 1)).toEqual(['east', 'corner', 'shifted', 'across'])
    // 0.001 degrees of longitude here are about 69 metres.
    expect(touching([box(-1, 51.4)], others, 80)).toContain('gap')
    expect(touching([box(-1, 51.4)], others, 60)).not.toContain('gap')
  })
  test('of several areas are those of any; of none, none', () => {
    expect(touching([box(-1, 51.4), box(-0.8, 51.4)], others, 1)).toContain('far')
    expect(touching([], others, 1)).toEqual([])
    expect(touching([box(-1, 51.4)], [], 1)).toEqual([])
  })
  test('touch one another both ways', () => {
    const place = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }))
    fc.assert(
      fc.property(place, place, fc.integer({ min: 1, max: 20_000 }), ([ax, ay], [bx, by], metres) => {
        const [a, b] = [box(-1 + ax / 50, 51.5 + ay / 50, 0.05), box(-1 + bx / 50, 51.5 + by / 50, 0.05)]
        // Latitudes shorten longitudes a little differently on either side: a metre in a hundred is let go.
        const there = touching([a], [{ id: 'b', geometry: b }], metres).length > 0
        const nearly = [metres * 0.98, metres * 1.02].map(
          (room) => touching([b], [{ id: 'a', geometry: a }], room).length > 0,
        )
        if (nearly[0] === nearly[1]) expect(there).toBe(nearly[0])
      }),
    )
  })
})
