import { z } from 'zod'
import { SORTS } from '../rules/area-levels.ts'
import { areaKindText, geometryJson, levelModel, placeModel, seriesModel } from './model.ts'

const areaRow = z.object({
  id: z.int(),
  name: z.string(),
  within: z.string().nullable(),
  level: levelModel,
  place: placeModel.nullable(),
})

const forceRate = z.object({
  publisher: z.string(),
  name: z.string(),
  count: z.int(),
  people: z.int(),
  midYear: z.int(),
  perThousand: z.number(),
  low: z.number(),
  high: z.number(),
})

export const overviewModel = z.object({
  force: z.object({ level: levelModel, asb: levelModel, series: seriesModel }),
  comparison: z.object({
    forces: z.array(forceRate),
    left: z.array(z.object({ name: z.string(), why: z.string() })),
    national: z.number().nullable(),
  }),
  by: areaKindText.nullable(),
  /** Every area of the kind, in the order asked for. */
  areas: z.array(areaRow),
  /** Rows that lie in none of these areas: without a place, or outside them. */
  elsewhere: z.int(),
  sort: z.enum(SORTS),
  page: z.int(),
  /** Events by month of the areas on the page. */
  series: z.array(z.object({ area: z.int(), series: seriesModel })),
  map: z.object({
    view: z.enum(['areas', 'cells']),
    schematic: z.boolean(),
    outline: geometryJson.nullable(),
    outlines: z.array(z.object({ area: z.int(), geometry: geometryJson })),
    cells: z.array(z.object({ cell: z.string(), count: z.int(), street: z.string().nullable() })),
  }),
})

export type Overview = z.output<typeof overviewModel>
