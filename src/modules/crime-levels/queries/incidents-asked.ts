import { z } from 'zod'
import { isHexagon, resolutionOf } from '#calculations/hexagons/hexagons.ts'
import { findArea, type Area } from '#kernel/areas/areas.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { optionalId } from '#platform/forms/fields.ts'
import { monthsOf } from '../rules/months.ts'
import { askedOf } from './asked.ts'
import { areaKind, levelFilters, optionalCode } from './filters.ts'
import type { IncidentsWanted, Where } from './incident-rows.ts'
import { publisherName, type Loaded } from './loaded.ts'
import type { Shown } from './model.ts'

const NO_CELL = 'There is no such cell on the map'

/** What a list or an export of incidents can be narrowed to. */
export const incidentFilters = {
  ...levelFilters,
  /** Another publisher's rows; the own force's where left out. */
  publisher: optionalCode(/^[a-z0-9-]{1,60}$/, 'Choose a force from the list'),
  area: optionalId('Area'),
  /** Only what lies in no area of this kind. */
  elsewhere: areaKind,
  /** A cell of the map, by its H3 name. */
  cell: optionalCode(/^[0-9a-f]{15}$/, NO_CELL).refine(isMapCell, { error: NO_CELL }),
} as const

export type IncidentFilters = z.output<z.ZodObject<typeof incidentFilters>>

function isMapCell(cell: string | null): boolean {
  return cell === null || (isHexagon(cell) && [8, 9].includes(resolutionOf(cell)))
}

export interface IncidentsAsked {
  readonly loaded: Loaded
  readonly publisherName: string
  readonly area: Area | null
  /** Null where nothing is loaded. */
  readonly found: { readonly shown: Shown; readonly wanted: IncidentsWanted } | null
}

/** Two statements at most. Throws NotFound for an area that is not there. */
export async function incidentsAsked(tx: Tx, input: IncidentFilters): Promise<IncidentsAsked> {
  const { loaded, asked } = await askedOf(tx, input)
  const area = input.area === null ? null : ((await findArea(tx, { id: input.area })) ?? null)
  if (input.area !== null && area === null) throw new NotFound({ kind: 'area', id: String(input.area) })
  const publisher = input.publisher ?? loaded.publisher
  const name = publisherName(publisher, loaded.forcePopulations)
  if (asked === null) return { loaded, publisherName: name, area, found: null }
  const months = loaded.others.find((other) => other.publisher === publisher)?.months
  const published = publisher === loaded.publisher ? loaded.months : (months ?? [])
  const shown = { ...asked.shown, ...monthsOf(asked.period, published), publisher }
  const counting = { ...asked.counting, publisher }
  const wanted = { counting, months: shown.counted, where: whereOf(input) }
  return { loaded, publisherName: name, area, found: { shown, wanted } }
}

function whereOf({ area, cell, elsewhere }: IncidentFilters): Where {
  if (cell !== null && isHexagon(cell)) return { in: 'cell', cell, area }
  if (area !== null) return { in: 'area', area }
  if (elsewhere !== null) return { in: 'elsewhere', kind: elsewhere }
  return { in: 'whole' }
}
