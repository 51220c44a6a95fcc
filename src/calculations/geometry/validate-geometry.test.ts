import { expect, test } from 'vitest'
import { validateGeometry } from './validate-geometry.ts'

const polygon = (...coordinates: number[][][]) => ({ type: 'Polygon', coordinates })
const sound = [
  [-1, 51],
  [0, 51],
  [0, 52],
  [-1, 52],
  [-1, 51],
]

const clean = { faults: [], blemishes: [] }

test('A sound area has no faults, with holes and in parts', () => {
  const hole = [
    [-0.6, 51.2],
    [-0.4, 51.2],
    [-0.4, 51.4],
    [-0.6, 51.2],
  ]
  expect(validateGeometry(polygon(sound))).toEqual(clean)
  expect(validateGeometry(polygon(sound, hole))).toEqual(clean)
  expect(validateGeometry({ type: 'MultiPolygon', coordinates: [[sound], [sound, hole]] })).toEqual(clean)
})

test.each([
  [null, 'There is no geometry.'],
  [{ type: 'Point', coordinates: [0, 51] }, 'this is a Point'],
  [{ type: 'Polygon' }, 'no coordinates'],
  [
    polygon([
      [-1, 51],
      [0, 51],
      [-1, 51],
    ]),
    'the outline has 3 points; a closed ring needs at least 4',
  ],
  [polygon(sound.slice(0, 4)), 'the outline is not closed: it starts at -1, 51 and ends at -1, 52.'],
  [
    polygon([
      [447000, 206000],
      [448000, 206000],
      [448000, 207000],
      [447000, 206000],
    ]),
    'looks like eastings and northings (447000, 206000)',
  ],
  [
    polygon([
      [-181, 51],
      [0, 51],
      [0, 52],
      [-181, 51],
    ]),
    'out of range: longitude -181, latitude 51',
  ],
  [polygon(sound.map(([x = 0, y = 0]) => [y, x])), 'latitude before longitude'],
  [
    polygon(sound, [
      [-3, 51.2],
      [-0.4, 51.2],
      [-0.4, 51.4],
      [-3, 51.2],
    ]),
    'hole 1 reaches outside the outline.',
  ],
  [{ type: 'Polygon', coordinates: [[['a', 1]]] }, 'the outline is not a list of points'],
  [{ type: 'MultiPolygon', coordinates: [[sound], []] }, 'Polygon 2: it has no outline.'],
])('A fault is said in words (%#)', (geometry, words) => {
  expect(validateGeometry(geometry).faults.join(' ').toLowerCase()).toContain(words.toLowerCase())
})

test('A sliver or a crossing is a blemish beside sound parts, and a fault only where nothing is left', () => {
  const sliver = [
    [-1, 51],
    [0, 51],
    [1, 51],
    [-1, 51],
  ]
  const bow = [
    [-1, 51],
    [0, 52],
    [0, 51],
    [-1, 52],
    [-1, 51],
  ]
  expect(validateGeometry({ type: 'MultiPolygon', coordinates: [[sound], [sliver], [bow]] })).toEqual({
    faults: [],
    blemishes: [
      'Polygon 2: the outline has no area: all its points lie on one line.',
      'Polygon 3: the outline crosses itself near -1, 51.',
    ],
  })
  expect(validateGeometry(polygon(sliver)).faults).toEqual(['No part of it has any area.'])
})
