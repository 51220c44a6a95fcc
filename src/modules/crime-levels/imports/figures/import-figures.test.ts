import { describe, expect, it } from 'vitest'
import { populationFor, populationOfCode } from '#kernel/areas/populations.ts'
import { storeAreas } from '#kernel/areas/store-areas.ts'
import { sharedFiles, withImports } from '#platform/imports/testing.ts'
import { fileOf } from '../street/testing.ts'
import { importFigures, type FiguresRequest } from './import-figures.ts'

const imports = withImports()

const send = (files: FiguresRequest['files'], more: Partial<FiguresRequest> = {}) =>
  importFigures(imports().context, { files, keepGood: false, edition: null, source: 'test', ...more })

const one = async (content: string, more: Partial<FiguresRequest> = {}) =>
  (await send([fileOf('figures.csv', content)], more)).files[0]

const LSOA = 'lsoa11_code,lsoa11_name,lad13_code,lad13_name,mid_year,total,age_0_9,age_65_plus\n'

describe('Figures are recognised by their columns', () => {
  it('population by small area, year and age band', async () => {
    const report = await one(
      `${LSOA}E01000001,A 001A,E07000178,Oxford,2019,30,10,20\nE01000002,A 001B,E07000178,Oxford,2019,12,2,10\n`,
    )
    expect(report).toMatchObject({
      layout: 'population-by-row',
      kinds: ['lsoa11'],
      years: [2019],
      added: 6,
      loaded: true,
    })
    const rows = await imports().asOwner(
      `SELECT age_band, people FROM population WHERE area_code = 'E01000001' ORDER BY 1`,
    )
    expect(rows).toEqual([
      { age_band: '0-9', people: 10 },
      { age_band: '65-plus', people: 20 },
      { age_band: 'all', people: 30 },
    ])
  })

  it('population of districts of the whole kingdom, by year', async () => {
    const report = await one(
      'code,name,mid_year,total_population\nE06000047,County Durham,2019,530094\nS12000033,Aberdeen City,2019,228670\n' +
        'N09000003,"Belfast, City",2019,343542\n',
    )
    expect(report).toMatchObject({ kinds: ['local-authority'], added: 3 })
  })

  it('population of forces with a column for each year, where an empty cell is not known', async () => {
    const report = await one(
      'pfa16_code,pfa16_name,population_mid2017,population_mid2019\nE23000029,Thames Valley,2391696,2419956\n' +
        'W15000001,North Wales,,699559\n',
    )
    expect(report).toMatchObject({
      layout: 'population-by-column',
      kinds: ['force'],
      years: [2017, 2019],
      added: 3,
      blank: 1,
    })
    await imports().read(async (tx) => {
      const wales = { kind: 'force', code: 'W15000001' }
      expect(await populationOfCode(tx, wales, 2017)).toEqual({ name: 'North Wales', people: 699_559, midYear: 2019 })
      expect(await populationOfCode(tx, { kind: 'force', code: 'E23000001' }, 2017)).toBeUndefined()
    })
  })

  it('scores, ranks and deciles of deprivation, with the edition that the columns tell or that is said', async () => {
    const known = await one('lsoa11_code,IMD_decile,Housing_and_Access_decile,IMD_score\nE01000001,8,3,-1.5\n')
    expect(known).toMatchObject({ layout: 'indicators', years: [2019], added: 3 })
    const unknown = 'lsoa21_code,IMD_rank\nE01000001,7\n'
    expect((await one(unknown))?.rejections[0]?.reason).toContain('--edition')
    expect(await one(unknown, { edition: 2025 })).toMatchObject({ kinds: ['lsoa21'], years: [2025], added: 1 })
    const rows = await imports().asOwner(`SELECT indicator, edition, value FROM area_indicator ORDER BY 2, 1`)
    expect(rows).toEqual([
      { indicator: 'housing-and-access-decile', edition: 2019, value: 3 },
      { indicator: 'imd-decile', edition: 2019, value: 8 },
      { indicator: 'imd-score', edition: 2019, value: -1.5 },
      { indicator: 'imd-rank', edition: 2025, value: 7 },
    ])
  })

  it('and the same file again changes nothing, a corrected one only what it corrects', async () => {
    const file = (people: number) => `${LSOA}E01000003,A,E07000178,Oxford,2019,${people},10,${people - 10}\n`
    expect(await one(file(30))).toMatchObject({ added: 3 })
    expect(await one(file(30))).toMatchObject({ added: 0, changed: 0, unchanged: 3 })
    expect(await one(file(31))).toMatchObject({ added: 0, changed: 2, unchanged: 1 })
  })
})

describe('Figures that are broken load nothing', () => {
  const row = (cells: string) => `${LSOA}E01000009,A,E07000178,Oxford,2019,30,10,20\n${cells}\n`
  it.each([
    ['columns that say nothing', 'a,b\n1,2\n', 1, 1, 'codes'],
    ['codes without figures', 'lsoa11_code,colour\nE01000009,red\n', 1, 2, 'no figures'],
    ['a code of another kind', row('E05000001,A,E07000178,Oxford,2019,30,10,20'), 3, 1, 'not a code'],
    ['a year that is none', row('E01000008,A,E07000178,Oxford,19,30,10,20'), 3, 5, 'not a year'],
    ['people that are no number', row('E01000008,A,E07000178,Oxford,2019,many,10,20'), 3, 6, 'number of people'],
    ['half a person', row('E01000008,A,E07000178,Oxford,2019,30,10.5,20'), 3, 7, 'number of people'],
    ['no total', row('E01000008,A,E07000178,Oxford,2019,,10,20'), 3, 6, 'no total'],
    ['age bands that do not add up', row('E01000008,A,E07000178,Oxford,2019,31,10,20'), 3, 6, 'add up to 30'],
    ['an area that comes twice', row('E01000009,A,E07000178,Oxford,2019,30,10,20'), 3, 1, 'twice'],
  ])('%s', async (_, content, line, column, words) => {
    const report = await one(content)
    expect(report).toMatchObject({ loaded: false, added: 0, rejected: 1 })
    expect(report?.rejections).toEqual([
      expect.objectContaining({ line, column, reason: expect.stringContaining(words) }),
    ])
    const rows = await imports().asOwner(`SELECT FROM population WHERE area_code = 'E01000009'`)
    expect(rows).toEqual([])
  })
})

describe('The population of an area', () => {
  const square = (west: number, size: number) => ({
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, 51],
        [west + size, 51],
        [west + size, 51 + size],
        [west, 51 + size],
        [west, 51],
      ],
    ],
  })

  it('is that of the year, or the nearest one named, or the sum of its small areas', async () => {
    const common = { schematic: false, source: 'test', validFrom: null, today: '2026-11-20' }
    await imports().read(async (tx) => {
      const small = [
        { code: 'E01000101', name: 'a', geometry: square(0, 0.5) },
        { code: 'E01000102', name: 'b', geometry: square(0.5, 0.5) },
      ]
      await storeAreas(tx, { ...common, kind: 'lsoa11', areas: small })
      await storeAreas(tx, {
        ...common,
        kind: 'ward',
        areas: [{ code: 'E05000101', name: 'w', geometry: square(0, 1) }],
      })
    })
    const row = (code: string, year: number, people: number) =>
      `${code},x,E07000178,Oxford,${year},${people},${people},0\n`
    const years = [row('E01000101', 2017, 10), row('E01000101', 2019, 20), row('E01000102', 2019, 5)].join('')
    expect(await one(`${LSOA}${years}`)).toMatchObject({ loaded: true })
    const areas = await imports().asOwner(
      `SELECT id::int AS id, code FROM area WHERE code LIKE '%00010_' ORDER BY code`,
    )
    const [first = 0, second = 0, ward = 0] = areas.map((area) => Number(area['id']))
    const found = (year: number, band?: string) =>
      imports().read(async (tx) => {
        const people = await populationFor(tx, [first, second, ward], year, band)
        return [first, second, ward].map((id) => {
          const population = people.get(id)
          return population === undefined ? null : [population.people, population.midYear, population.from]
        })
      })
    expect(await found(2018)).toEqual([
      [10, 2017, 'estimate'],
      [5, 2019, 'estimate'],
      [25, 2019, 'sum-of-lsoa11'],
    ])
    expect(await found(2024, '0-9')).toEqual([
      [20, 2019, 'estimate'],
      [5, 2019, 'estimate'],
      [25, 2019, 'sum-of-lsoa11'],
    ])
    expect(await found(2019, '10-17')).toEqual([null, null, null])
  })
})

describe('The real figures', () => {
  const files = [...sharedFiles('population', /population/), ...sharedFiles('deprivation', /\.csv$/)]
  it.skipIf(files.length === 0)('come in whole, with the totals that their sources state', async () => {
    const { ok, files: reports } = await send(files.filter(({ name }) => !name.startsWith('census')))
    expect(ok).toBe(true)
    expect(reports.map(({ rejected }) => rejected).every((rejected) => rejected === 0)).toBe(true)
    const totals = await imports().asOwner(
      `SELECT mid_year AS year, sum(people)::int AS people FROM population
       WHERE area_kind = 'lsoa11' AND age_band = 'all' AND area_name LIKE '% ____' AND area_code > 'E0101' GROUP BY 1 ORDER BY 1`,
    )
    expect(totals).toEqual([
      { year: 2017, people: 2_391_696 },
      { year: 2019, people: 2_419_956 },
      { year: 2020, people: 2_431_905 },
    ])
  })
})
