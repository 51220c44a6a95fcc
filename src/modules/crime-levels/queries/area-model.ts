import { z } from 'zod'
import { areaKindText, geometryJson, levelModel, placeModel, seriesModel } from './model.ts'

const named = z.object({ id: z.int(), kind: areaKindText, name: z.string() })

const peer = z.object({ id: z.int(), name: z.string(), within: z.string().nullable(), level: levelModel })

export const areaModel = z.object({
  area: named.extend({ code: z.string(), schematic: z.boolean(), source: z.string(), validTo: z.string().nullable() }),
  level: levelModel,
  place: placeModel.nullable(),
  /** By month, of what was asked for. */
  series: seriesModel,
  categories: z.array(z.object({ category: z.string(), level: levelModel, change: z.string(), series: seriesModel })),
  /** Every area of the kind that has a rate, itself included. */
  peers: z.array(peer),
  /** Ids of those nearest to it by population. */
  group: z.array(z.int()),
  /** Beside its group, in words; null where there is none. */
  besideGroup: z.string().nullable(),
  deprivation: z.string().nullable(),
  around: z.array(named),
  within: z.array(named.extend({ count: z.int() })),
  map: z.object({
    outline: geometryJson.nullable(),
    resolution: z.union([z.literal(8), z.literal(9)]),
    cells: z.array(z.object({ cell: z.string(), count: z.int(), street: z.string().nullable() })),
  }),
})

export type AreaPageModel = z.output<typeof areaModel>
