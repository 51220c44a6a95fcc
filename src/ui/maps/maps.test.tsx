import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import type { FeatureCollection, Polygon } from 'geojson'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { countByHexagon } from '#calculations/hexagons/hexagons.ts'
import { AreaMap } from './area-map.tsx'
import { HexMap } from './hex-map.tsx'
import { MapFigure } from './map-figure.tsx'
import { MapKey } from './map-key.tsx'
import { MapList } from './map-list.tsx'
import { pathData } from './path-data.ts'
import { fitProjection } from './projection.ts'
import { spreadPins } from './spread-pins.ts'

const square = (x: number, y: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + 0.1, y],
      [x + 0.1, y + 0.1],
      [x, y + 0.1],
      [x, y],
    ],
  ],
})
const areas = [
  { id: 'a', name: 'Abbey', geometry: square(-1, 51), step: 5 as const, value: '61.2 per 1,000', href: '/areas/a' },
  { id: 'b', name: 'Battle', geometry: square(-0.9, 51), step: undefined, value: 'fewer than 5' },
]

function map(schematic: boolean): string {
  const pins = [{ number: 1, at: [-0.95, 51.05] as const, label: 'Friar Street' }]
  return render(
    <AreaMap
      id="m"
      title="Wards"
      description="Abbey is highest."
      areas={areas}
      pins={pins}
      schematic={schematic}
      here="b"
    />,
  )
}

describe('A map of areas', () => {
  test('shades each by its step, says its value, and links to it', () => {
    const html = map(false)
    expect(html).toMatch(
      /<a href="\/areas\/a" tabindex="-1"><path class="map-step-5" d="M[^"]+z"><title>Abbey: 61.2 per 1,000</,
    )
    expect(html).toContain('<title>Battle: fewer than 5</title>')
    expect(html).toContain('class="map-none"')
    expect(html).toContain('class="map-here"')
  })
  test('says on its face when its areas are schematic, and only then', () => {
    expect(map(true)).toContain('Schematic areas: not real boundaries')
    expect(map(false)).not.toContain('Schematic')
  })
  test('tells those who cannot see it what it shows, and has nothing that a strict policy refuses', () => {
    expect(map(false)).toContain('<p class="map-description" id="m-desc">Wards. Abbey is highest.</p>')
    expect(map(false)).not.toMatch(/ style=|NaN|undefined|Infinity/)
  })
  test('of nothing is refused', () => {
    expect(() => render(<AreaMap id="m" title="" description="" areas={[]} schematic={false} />)).toThrow(
      'nothing to put',
    )
  })
})

test('A map of cells shades each cell over the outline', () => {
  const { cells } = countByHexagon(
    [
      [-0.95, 51.05],
      [-0.95, 51.05],
      [-0.93, 51.03],
    ],
    8,
  )
  const html = render(
    <HexMap
      id="h"
      title="Cells"
      description=""
      cells={cells}
      unit="crimes"
      outlines={[square(-1, 51)]}
      schematic={false}
    />,
  )
  expect(html).toContain('<title>2 crimes</title>')
  expect(html).toContain('class="map-ground"')
})

test('A map figure has key, list, method, and the place for the moving map', () => {
  const html = render(
    <MapFigure
      id="f"
      title="Where"
      words="Abbey."
      map={<p>map</p>}
      mapKey={
        <MapKey
          ranges={[
            { step: 1, low: 3, high: 9, size: 4 },
            { step: 5, low: 12, high: 12, size: 1 },
          ]}
          unit="crimes"
          of="wards"
          none="no residents"
        />
      }
      list={
        <MapList label="Wards" items={[{ name: 'Abbey', number: 1, value: '61.2', href: '/areas/a', here: true }]} />
      }
      howCounted="So."
      island={{ geoJsonUrl: '/wards.geojson', workerUrl: '/worker.js' }}
    />,
  )
  expect(html).toContain('3 to 9')
  expect(html).toMatch(/<\/svg>12<\/li>/)
  expect(html).toContain('crimes, wards in five steps by rank')
  expect(html).toContain('<a href="/areas/a">Abbey</a> (your area)')
  expect(html).toContain('data-geojson-url="/wards.geojson" data-worker-url="/worker.js"')
})

describe('Path data', () => {
  const project = fitProjection([0, 0, 1, 1], { width: 500, height: 500 })
  test('of a common edge is thinned alike in both neighbours', () => {
    const edge = fc.array(fc.double({ min: 0.45, max: 0.55, noNaN: true }), { minLength: 3, maxLength: 60 })
    fc.assert(
      fc.property(edge, (xs) => {
        const middle = xs.map((x, i) => [x, (i + 1) / (xs.length + 1)])
        const line = [[0.5, 0], ...middle, [0.5, 1]]
        const west = {
          type: 'Polygon' as const,
          coordinates: [[[0.5, 0], ...middle, [0.5, 1], [0, 1], [0, 0], [0.5, 0]]],
        }
        const east = { type: 'Polygon' as const, coordinates: [[...line.toReversed(), [1, 0], [1, 1], [0.5, 1]]] }
        const between = (points: string[]) =>
          points.filter((point) => {
            const [x = 0] = point.split(',').map(Number)
            return x > 400 && x < 600
          })
        const westEdge = between(pointsOf(pathData(west, project)))
        const eastEdge = between(pointsOf(pathData(east, project)))
        expect(westEdge.toSorted()).toEqual(eastEdge.toSorted())
      }),
    )
  })
  test('keeps a speck of an area too small to see', () => {
    const tiny = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [0.5, 0.5],
          [0.5001, 0.5],
          [0.5001, 0.5001],
          [0.5, 0.5],
        ],
      ],
    }
    expect(pathData(tiny, project)).toMatch(/^M\d+ \d+h1v1h-1z$/)
  })
})

/** The corners of path data, as `x,y`. */
function pointsOf(data: string): string[] {
  const [head = '', tail = ''] = data.replace('z', '').split('l')
  let [x = 0, y = 0] = (head.match(/-?\d+/g) ?? []).map(Number)
  const points = [`${x},${y}`]
  const steps = (tail.match(/-?\d+/g) ?? []).map(Number)
  for (let i = 0; i + 1 < steps.length; i += 2) {
    x += steps[i] ?? 0
    y += steps[i + 1] ?? 0
    points.push(`${x},${y}`)
  }
  return points
}

test('Pins are moved apart until none covers another', () => {
  const place = fc.record({
    x: fc.double({ min: 0, max: 60, noNaN: true }),
    y: fc.double({ min: 0, max: 60, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(place, { maxLength: 6 }), (places) => {
      const pins = spreadPins(places, 20)
      pins.forEach((a, i) =>
        pins.slice(i + 1).forEach((b) => expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(18)),
      )
    }),
  )
})

const shared = process.env['FRANKPLEDGE_SHARED_DATA'] ?? resolve(import.meta.dirname, '../../../../shared/data')
const wards = resolve(shared, 'boundaries/tvp_ward13.geojson')

test.skipIf(!existsSync(wards))(
  'The 394 real wards of Thames Valley, each a link, make a page part under 150 kB',
  () => {
    const { features }: FeatureCollection<Polygon> = JSON.parse(readFileSync(wards, 'utf8'))
    const linked = features.map(({ geometry, properties }) => ({
      id: String(properties?.['code']),
      name: String(properties?.['name']),
      geometry,
      step: 3 as const,
      value: '61.2 per 1,000',
      href: `/areas/${properties?.['code']}`,
    }))
    const html = render(<AreaMap id="w" title="Wards" description="" areas={linked} schematic={false} />)
    expect(html.length).toBeLessThan(150_000)
  },
)
