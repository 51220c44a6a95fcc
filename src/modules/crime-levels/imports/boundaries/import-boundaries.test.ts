import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { areasOfKind, areaTree, childrenOf, findArea } from '#kernel/areas/areas.ts'
import { storeAreas } from '#kernel/areas/store-areas.ts'
import { countsByAreaAndMonth } from '#kernel/occurrences/counts.ts'
import { placeLocations } from '#kernel/locations/place-locations.ts'
import { occurrencesOf } from '#kernel/occurrences/occurrences-of.ts'
import { sharedFiles, withImports } from '#platform/imports/testing.ts'
import { importStreet } from '../street/import-street.ts'
import { fileOf, madeUpRows, streetFile } from '../street/testing.ts'
import { importBoundaries, type BoundariesRequest } from './import-boundaries.ts'

const imports = withImports()

function square(west: number, south: number, size: number): Polygon {
  const [east, north] = [west + size, south + size]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}

const feature = (code: string | undefined, name: string, geometry: unknown) => ({
  type: 'Feature',
  properties: { ...(code !== undefined && { code }), name },
  geometry,
})

const collection = (name: string, features: readonly unknown[], more: object = {}) =>
  fileOf(name, JSON.stringify({ type: 'FeatureCollection', ...more, features }))

const send = (files: BoundariesRequest['files'], more: Partial<BoundariesRequest> = {}) =>
  importBoundaries(imports().context, {
    files,
    kind: null,
    keepGood: false,
    source: 'test outlines',
    validFrom: null,
    place: 'now',
    ...more,
  })

const STATE = `SELECT (SELECT md5(string_agg(l::text, ' ' ORDER BY l::text)) FROM location_area l) AS placements,
  (SELECT md5(string_agg(m::text, ' ' ORDER BY m::text)) FROM monthly_count m) AS counts`

const FORCE = collection('force.geojson', [feature(undefined, 'Thames Valley', square(-2, 51, 2))])
const DISTRICTS = collection('districts.geojson', [
  feature('E07000178', 'Oxford', square(-2, 51, 1)),
  feature('E06000038', 'Reading', square(-1, 51, 1)),
])
const WARDS = collection('wards.geojson', [
  feature('E05000001', 'Carfax', square(-1.9, 51.1, 0.2)),
  feature('E05000002', 'Abbey', square(-0.9, 51.1, 0.2)),
])

describe('Boundaries are imported', () => {
  it('with the kind told by their codes, a force without a code found by its name, nesting worked out', async () => {
    const { files, ok } = await send([WARDS, DISTRICTS, FORCE])
    expect(ok).toBe(true)
    expect(files.map(({ kind, added }) => [kind, added])).toEqual([
      ['ward', 2],
      ['local-authority', 2],
      ['force', 1],
    ])
    await imports().read(async (tx) => {
      const tree = await areaTree(tx, ['force', 'local-authority', 'ward'])
      const names = (branches: typeof tree): unknown[] => branches.map(({ name, within }) => [name, names(within)])
      expect(names(tree)).toEqual([
        [
          'Thames Valley',
          [
            ['Oxford', [['Carfax', []]]],
            ['Reading', [['Abbey', []]]],
          ],
        ],
      ])
      const force = await findArea(tx, { kind: 'force', code: 'E23000029' })
      expect(force).toMatchObject({
        name: 'Thames Valley',
        schematic: false,
        source: 'test outlines',
        hasOutline: true,
      })
      expect((await childrenOf(tx, force?.id ?? 0)).map(({ name }) => name)).toEqual([
        'Abbey',
        'Carfax',
        'Oxford',
        'Reading',
      ])
    })
  })

  it('twice, and the second time changes nothing', async () => {
    const { files, placed } = await send([WARDS, DISTRICTS, FORCE])
    expect(files.map(({ added, changed, unchanged }) => [added, changed, unchanged])).toEqual([
      [0, 0, 2],
      [0, 0, 2],
      [0, 0, 1],
    ])
    expect(placed).toBeNull()
  })

  it('and points stored before are placed again, with the counts of their months', async () => {
    const rows = [
      { Longitude: '-1.8', Latitude: '51.2', 'Crime ID': 'carfax' },
      { Longitude: '-0.8', Latitude: '51.2', 'Crime ID': 'abbey' },
      { Longitude: '-1.5', Latitude: '51.5', 'Crime ID': 'oxford' },
      { Longitude: '-1.8', Latitude: '54', 'Crime ID': 'outside' },
      { Longitude: '', Latitude: '', 'Crime ID': 'nowhere' },
    ]
    const files = [streetFile('x.csv', rows)]
    const { total } = await importStreet(imports().context, { force: 'thames-valley', keepGood: false, files })
    expect(total).toMatchObject({ outsideForce: 1, withoutPlace: 1 })
    const counts = (areas: 'whole' | { kind: 'ward' | 'local-authority' | 'force' }) =>
      imports().read(async (tx) => {
        const asked = { publisher: 'thames-valley', areas, categories: ['burglary'], from: '2018-01', to: '2018-12' }
        return (await countsByAreaAndMonth(tx, asked)).map(({ month, incidents }) => [month, incidents])
      })
    expect(await counts({ kind: 'ward' })).toEqual([
      ['2018-06', 1],
      ['2018-06', 1],
    ])
    expect(await counts({ kind: 'force' })).toEqual([['2018-06', 3]])
    expect(await counts('whole')).toEqual([['2018-06', 5]])
    const moved = collection('wards.geojson', [
      feature('E05000001', 'Carfax', square(-1.9, 51.1, 0.8)),
      feature('E05000002', 'Abbey', square(-0.9, 51.1, 0.2)),
    ])
    const { placed } = await send([moved])
    expect(placed).toBe(4)
    expect(await counts({ kind: 'ward' })).toEqual([
      ['2018-06', 2],
      ['2018-06', 1],
    ])
    await imports().read(async (tx) => {
      const ward = await findArea(tx, { kind: 'ward', code: 'E05000001' })
      const asked = { publisher: 'thames-valley', from: '2018-06', to: '2018-06', categories: [], page: 1 }
      const behind = await occurrencesOf(tx, { ...asked, area: ward?.id ?? 0 })
      expect(behind.rows.map(({ reference }) => reference)).toEqual(['carfax', 'oxford'])
      expect((await occurrencesOf(tx, { ...asked, area: null })).total).toBe(5)
    })
  })

  it('while street files come in, and every point and count ends where the last outlines say', async () => {
    const wards = (size: number) =>
      collection('wards.geojson', [
        feature('E05000001', 'Carfax', square(-1.9, 51.1, size)),
        feature('E05000002', 'Abbey', square(-0.9, 51.1, size)),
      ])
    const street = (month: string) =>
      importStreet(imports().context, {
        force: 'thames-valley',
        keepGood: false,
        files: [streetFile(month, madeUpRows(month, month, 600, 200))],
      })
    const state = () => imports().asOwner(STATE)
    for (const [i, size] of [0.3, 0.5, 0.7].entries()) {
      await Promise.all([street(`2020-0${i + 1}`), send([wards(size)]), street(`2020-0${i + 4}`)])
      const found = await state()
      await imports().read(placeLocations)
      expect(await state()).toEqual(found)
    }
  })

  it('and take the place of schematic areas of their kind, which end', async () => {
    await imports().context.transaction(async (tx) => {
      const schematic = {
        kind: 'msoa11',
        schematic: true,
        source: 'drawn',
        validFrom: null,
        today: '2026-11-20',
      } as const
      const areas = [
        { code: 'E02000001', name: 'Kept', geometry: square(-1.9, 51.1, 0.5) },
        { code: 'drawn-2', name: 'Drawn', geometry: square(-1.4, 51.1, 0.3) },
      ]
      return { value: await storeAreas(tx, { ...schematic, areas }), audit: [] }
    })
    const real = collection('msoa.geojson', [feature('E02000001', 'Real', square(-1.9, 51.1, 0.4))])
    const { files } = await send([real])
    expect(files[0]).toMatchObject({ added: 0, changed: 1, ended: 1 })
    expect(files[0]?.warnings).toEqual(['1 schematic areas ended: these outlines take their place.'])
    await imports().read(async (tx) => {
      expect((await areasOfKind(tx, 'msoa11')).map(({ name, schematic }) => [name, schematic])).toEqual([
        ['Real', false],
      ])
      expect(await findArea(tx, { kind: 'msoa11', code: 'drawn-2' })).toMatchObject({ validTo: '2026-11-20' })
    })
  })
})

describe('Boundaries that are broken are refused in words', () => {
  const cases: readonly (readonly [string, string | object, number, string])[] = [
    ['not JSON', '{"type":', 0, 'not JSON'],
    ['not a collection', { type: 'Polygon' }, 0, 'not a GeoJSON FeatureCollection'],
    ['a feature that is none', { features: [{ type: 'x' }] }, 0, 'Feature 1 is not a GeoJSON Feature'],
    ['no kind to be told', { features: [feature('X1', 'x', square(0, 51, 1))] }, 0, '--kind'],
    ['another grid', { crs: { properties: { name: 'EPSG:27700' } }, features: [] }, 0, 'EPSG:27700'],
    [
      'codes of two kinds',
      { features: [feature('E05000009', 'a', null), feature('E06000009', 'b', null)] },
      0,
      '--kind',
    ],
    ['no outline', { features: [feature('E05000009', 'x', null)] }, 1, 'no geometry'],
    ['a line', { features: [feature('E05000009', 'x', { type: 'LineString', coordinates: [] })] }, 1, 'LineString'],
    ['no name', { features: [feature('E05000009', '', square(0, 51, 1))] }, 1, 'no name'],
    [
      'eastings and northings',
      { features: [feature('E05000009', 'x', square(450_000, 200_000, 10))] },
      1,
      'eastings and northings',
    ],
    [
      'a code that comes twice',
      { features: [feature('E05000009', 'x', square(0, 51, 1)), feature('E05000009', 'y', square(0, 51, 1))] },
      2,
      'twice',
    ],
  ]

  it.each(cases)('%s', async (_, content, at, words) => {
    const text = typeof content === 'string' ? content : JSON.stringify({ type: 'FeatureCollection', ...content })
    const { files, ok, placed } = await send([fileOf('broken.geojson', text)])
    expect([ok, placed]).toEqual([false, null])
    expect(files[0]).toMatchObject({ loaded: false, added: 0, rejected: 1 })
    expect(files[0]?.rejections).toEqual([
      expect.objectContaining({ feature: at, reason: expect.stringContaining(words) }),
    ])
  })

  it('but good ones of the same file are stored where they are asked for', async () => {
    const mixed = collection('wards.geojson', [
      feature('E05000010', 'Good', square(-1.2, 51.2, 0.1)),
      feature('E05000011', 'Bad', null),
    ])
    expect((await send([mixed])).files[0]).toMatchObject({ loaded: false, added: 0 })
    expect((await send([mixed], { keepGood: true })).files[0]).toMatchObject({ loaded: true, added: 1, rejected: 1 })
  })
})

describe('The real boundaries', () => {
  const files = sharedFiles('boundaries', /^tvp_.*\.geojson$/)
  it.skipIf(files.length === 0)('nest: each small area in one district and one middle layer area', async () => {
    const { files: reports, ok } = await send(files)
    expect(ok).toBe(true)
    expect(reports.map(({ kind }) => kind)).toEqual(['force', 'local-authority', 'lsoa11', 'msoa11', 'ward'])
    const pairs = await imports().asOwner(
      `SELECT o.kind, count(*)::int AS n FROM area_nesting n JOIN area i ON i.id = n.inner_area
       JOIN area o ON o.id = n.outer_area WHERE i.kind = 'lsoa11' GROUP BY o.kind ORDER BY o.kind`,
    )
    const byKind = new Map(pairs.map((row) => [row['kind'], Number(row['n'])]))
    expect(byKind.get('force')).toBe(1_415)
    expect(byKind.get('msoa11')).toBeGreaterThanOrEqual(1_415)
    expect(byKind.get('local-authority')).toBeGreaterThanOrEqual(1_415)
  })
})
