import { z } from 'zod'
import type { AreaGeometry, LngLat } from '#calculations/geometry/shapes.ts'
import { AREA_KINDS } from '#kernel/areas/kinds.ts'
import { populationFor } from '#kernel/areas/populations.ts'
import { query } from '#kernel/operations.ts'
import { about } from '#platform/operations/define.ts'
import { optionalId } from '#platform/forms/fields.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { plural } from '#ui/words/numbers.ts'
import { areaHref, incidentsHref } from '../rules/addresses.ts'
import { levelsByArea } from '../rules/area-levels.ts'
import { areaFeatures, cellFeatures } from '../rules/map-features.ts'
import { populationYear } from '../rules/months.ts'
import { trimGeometry } from '../rules/trim-geometry.ts'
import { unitOf } from '../rules/what.ts'
import { askedOf, type Asked } from './asked.ts'
import { cellCounts, type CellCount } from './cells.ts'
import { areaContext } from './context.ts'
import { areaTotals } from './counts.ts'
import { areaKind, levelFilters, optionalChoice } from './filters.ts'
import { forceCodes } from './loaded.ts'
import { geometryJson } from './model.ts'

const feature = z.object({
  type: z.literal('Feature'),
  geometry: z.union([geometryJson, z.object({ type: z.literal('Point'), coordinates: z.array(z.number()) })]),
  properties: z.object({
    kind: z.enum(['area', 'outline', 'pin', 'place']),
    name: z.string(),
    value: z.string().optional(),
    /** 1 to 5 by rank; null where there is no value. */
    step: z.int().min(1).max(5).nullable().optional(),
    href: z.string().optional(),
    number: z.int().optional(),
  }),
})

type Feature = z.output<typeof feature>

export const levelShapes = query({
  name: 'levels.shapes',
  summary: 'Areas or cells with their levels, as GeoJSON',
  input: z.object({
    ...levelFilters,
    by: areaKind,
    map: optionalChoice('Map', ['areas', 'cells']),
    /** Cells within this area only. */
    area: optionalId('Area'),
  }),
  output: z.object({ type: z.literal('FeatureCollection'), features: z.array(feature) }),
  access: { staff: 'any' },
  purpose: 'crime analysis',
  audit: { event: 'levels.shapes-viewed', subjects: about.nobody, detail: ({ by, map, area }) => ({ by, map, area }) },
  async run(tx, input) {
    const { loaded, asked } = await askedOf(tx, input)
    if (asked === null) return { type: 'FeatureCollection' as const, features: [] }
    const by = input.by ?? loaded.kinds[0] ?? null
    const features =
      input.area !== null
        ? await cellsOfArea(tx, asked, input.area)
        : input.map === 'cells'
          ? await cellsOfForce(tx, asked)
          : await areasOf(tx, asked, by)
    return { type: 'FeatureCollection' as const, features }
  },
})

async function areasOf(tx: Tx, asked: Asked, by: (typeof asked.loaded.kinds)[number] | null): Promise<Feature[]> {
  const { loaded, counting, period, shown } = asked
  const codes = forceCodes(loaded.publisher)
  const totals = await areaTotals(tx, counting, period, { kind: by, forceCodes: codes, outlines: 'all' })
  const areas = totals.filter(({ kind }) => kind === by)
  const people = await populationFor(
    tx,
    areas.map(({ id }) => id),
    populationYear(period),
  )
  const outlines = new Map(areas.flatMap(({ id, geometry }) => (geometry === null ? [] : [[id, geometry] as const])))
  const { features } = areaFeatures(levelsByArea(areas, people, shown), outlines)
  const { what, from, to, source } = shown
  return [
    ...features.map(({ id, name, geometry, step, value }) =>
      shape('area', geometry, { name, value, step: step ?? null, href: areaHref(id, { what, from, to, source }) }),
    ),
    ...totals.filter(({ kind }) => kind === 'force').flatMap(({ name, geometry }) => outline(name, geometry)),
  ]
}

async function cellsOfForce(tx: Tx, asked: Asked): Promise<Feature[]> {
  const { loaded, counting, period } = asked
  const codes = forceCodes(loaded.publisher)
  const totals = await areaTotals(tx, counting, period, { kind: null, forceCodes: codes, outlines: 'force' })
  const cells = await cellCounts(tx, counting, period, { area: null, resolution: 8 })
  return [...cellShapes(asked, cells, null), ...totals.flatMap(({ name, geometry }) => outline(name, geometry))]
}

async function cellsOfArea(tx: Tx, asked: Asked, area: number): Promise<Feature[]> {
  const { counting, period } = asked
  const { kind, name, geometry } = await areaContext(tx, area, counting, period)
  const resolution = AREA_KINDS[kind].rank >= AREA_KINDS.ward.rank ? 9 : 8
  const cells = await cellCounts(tx, counting, period, { area, resolution })
  return [...cellShapes(asked, cells, area), ...outline(name, geometry)]
}

function cellShapes({ shown }: Asked, cells: readonly CellCount[], area: number | null): Feature[] {
  const { what, from, to, source } = shown
  const unit = unitOf(what)
  return cellFeatures(cells).features.flatMap(({ cell, count, step, geometry, street, pin, centre }) => {
    const value = plural(count, unit.one, unit.many)
    const name = street ?? 'Cell'
    const href = incidentsHref({ what, from, to, source, cell, area })
    const drawn = shape('area', geometry, { name, value, step, href })
    return pin === null ? [drawn] : [drawn, pinAt(centre, name, pin)]
  })
}

function shape(
  kind: 'area' | 'outline',
  geometry: AreaGeometry,
  properties: Omit<Feature['properties'], 'kind'>,
): Feature {
  return { type: 'Feature', geometry: trimGeometry(geometry), properties: { kind, ...properties } }
}

function outline(name: string, geometry: AreaGeometry | null): Feature[] {
  return geometry === null ? [] : [shape('outline', geometry, { name })]
}

function pinAt([longitude, latitude]: LngLat, name: string, number: number): Feature {
  const coordinates = [longitude, latitude].map((degrees) => Number(degrees.toFixed(5)))
  return { type: 'Feature', geometry: { type: 'Point', coordinates }, properties: { kind: 'pin', name, number } }
}
