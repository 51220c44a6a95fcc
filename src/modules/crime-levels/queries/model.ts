import { z } from 'zod'
import type { AreaGeometry } from '#calculations/geometry/shapes.ts'
import { isCivilMonth, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import { AREA_KIND_NAMES, isAreaKind, type AreaKind } from '#kernel/areas/kinds.ts'
import { SOURCES } from '../rules/precision-words.ts'
import { WHATS } from '../rules/what.ts'

/** Parts of the answers of this module's queries, as the JSON API describes them. */

export const monthText = z
  .custom<CivilMonth>((value) => typeof value === 'string' && isCivilMonth(value))
  .meta({
    description: 'A month: 2018-06',
    type: 'string',
  })

export const areaKindText = z
  .custom<AreaKind>((value) => typeof value === 'string' && isAreaKind(value))
  .meta({ description: `One of ${AREA_KIND_NAMES.join(', ')}`, type: 'string' })

/** Outlines were checked when they were stored. */
export const geometryJson = z
  .custom<AreaGeometry>((value) => typeof value === 'object' && value !== null)
  .meta({
    description: 'GeoJSON Polygon or MultiPolygon',
    type: 'object',
  })

export const levelModel = z.object({
  count: z.int(),
  people: z.int().nullable(),
  midYear: z.int().nullable(),
  rate: z
    .object({ perThousand: z.number(), low: z.number(), high: z.number(), personYears: z.number() })
    .nullable()
    .meta({ description: 'Per 1,000 residents a year, with the 95% interval' }),
  basis: z.enum(['whole', 'scaled', 'none']),
  meaning: z.string(),
})

/** Events by month, nought included; a month that is left out is not loaded. */
export const seriesModel = z.array(z.object({ month: monthText, count: z.int() }))

export const placeModel = z
  .object({ place: z.enum(['inside', 'outside-95', 'outside-998']), side: z.enum(['above', 'below']) })
  .meta({ description: 'Where it lies among its kind on a funnel widened by how much the areas differ' })

/** What is shown: every page and export says it the same way. */
export const shownModel = z.object({
  what: z.enum(WHATS),
  from: monthText,
  to: monthText,
  counted: z.array(monthText),
  missing: z.array(monthText),
  publisher: z.string(),
  source: z.enum(SOURCES),
})

/** What there is to choose from, and how fresh it is. */
export const loadedModel = z.object({
  force: z.string(),
  sources: z.array(z.enum(SOURCES)),
  months: z.array(monthText),
  kinds: z.array(areaKindText),
  importedAt: z.string().nullable(),
})

export type LevelModel = z.output<typeof levelModel>
export type Shown = z.output<typeof shownModel>
export type LoadedModel = z.output<typeof loadedModel>
export type Series = z.output<typeof seriesModel>
