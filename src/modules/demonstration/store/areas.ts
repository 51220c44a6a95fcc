import { POPULATION_SOURCE, populationsOf } from '../geography/populations.ts'
import { SCHEMATIC_SOURCE, type SchematicGeography, type SchematicKind } from '../geography/schematic-areas.ts'
import { copyRows } from './copy-rows.ts'
import type { Making } from './making.ts'

/** Ids of the stored areas. */
export type AreaIds = (kind: SchematicKind, code: string) => number

/** Forces and districts of today's kind began then (Local Government Act 1972); an outline drawn by us has no other date. */
const SINCE = '1974-04-01'

/** Stores the outlines, which lies in which, and how many people live there. */
export async function storeAreas(making: Making, geography: SchematicGeography): Promise<AreaIds> {
  const { client, digest, months, frozenAt } = making
  const { areas } = geography
  const ids = new Map(areas.map(({ kind, code }, i) => [`${kind} ${code}`, i + 1]))
  const idOf: AreaIds = (kind, code) => {
    const id = ids.get(`${kind} ${code}`)
    if (id === undefined) throw new RangeError(`There is no ${kind} ${code}`)
    return id
  }
  await copyRows(
    client,
    digest,
    'area',
    'id, kind, code, name, valid_from, boundary, schematic, source',
    areas.map(({ kind, code, name, geometry }) => [
      idOf(kind, code),
      kind,
      code,
      name,
      SINCE,
      JSON.stringify(geometry),
      true,
      SCHEMATIC_SOURCE,
    ]),
  )
  await copyRows(
    client,
    digest,
    'area_nesting',
    'inner_area, outer_area',
    areas.flatMap((area) =>
      outerAreas(area.within).map(([kind, code]) => [idOf(area.kind, area.code), idOf(kind, code)]),
    ),
  )
  await copyRows(
    client,
    digest,
    'population',
    'area_kind, area_code, area_name, mid_year, people, source, loaded_at',
    populationsOf(geography, midYears(months)).map(({ kind, code, name, midYear, people }) => [
      kind,
      code,
      name,
      midYear,
      people,
      POPULATION_SOURCE,
      frozenAt.toISOString(),
    ]),
  )
  return idOf
}

/** Kind and code of every area around one. */
export function outerAreas(
  within: Readonly<Partial<Record<SchematicKind, string>>>,
): (readonly [SchematicKind, string])[] {
  const kinds = ['force', 'policing-area', 'local-authority', 'neighbourhood'] as const
  return kinds.flatMap((kind) => {
    const code = within[kind]
    return code === undefined ? [] : [[kind, code] as const]
  })
}

/** Estimates come out the year after: from the year before the data begins to the one before it ends. */
function midYears(months: readonly string[]): number[] {
  const first = Number(months[0]?.slice(0, 4)) - 1
  const last = Number(months.at(-1)?.slice(0, 4)) - 1
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
