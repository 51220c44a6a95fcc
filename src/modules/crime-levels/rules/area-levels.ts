import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import { levelOf, type Level } from './level.ts'
import type { Period } from './months.ts'
import type { Standing } from './standing.ts'

export interface AreaLevel {
  readonly id: number
  readonly name: string
  /** The local authority that it lies in, where it is a part of one: two wards may have one name. */
  readonly within: string | null
  readonly level: Level
}

/** Rows of the table of areas on one page. */
export const AREAS_A_PAGE = 50

/** Highest rate first, most first, or by name. */
export const SORTS = ['rate', 'count', 'name'] as const
export type Sort = (typeof SORTS)[number]

interface Counted {
  readonly id: number
  readonly name: string
  readonly within: string | null
  readonly count: number
}

interface People {
  readonly people: number
  readonly midYear: number
}

/** The level of each area over the months that are counted. */
export function levelsByArea(
  areas: readonly Counted[],
  population: ReadonlyMap<number, People>,
  { counted, ...period }: Period & { readonly counted: readonly CivilMonth[] },
): readonly AreaLevel[] {
  return areas.map(({ id, name, within, count }) => ({
    id,
    name,
    within,
    level: levelOf({ count, counted, period, population: population.get(id) ?? null }),
  }))
}

/** In the order asked for; areas without a rate stand last among rates, and equals by name. */
export function orderAreas(areas: readonly AreaLevel[], sort: Sort): readonly AreaLevel[] {
  const by = {
    rate: ({ level }: AreaLevel) => level.rate?.perThousand ?? -1,
    count: ({ level }: AreaLevel) => level.count,
    name: () => 0,
  }[sort]
  return areas.toSorted((a, b) => by(b) - by(a) || a.name.localeCompare(b.name, 'en-GB') || a.id - b.id)
}

/** Those that have a rate, to be set against one another. */
export function standingsOf(areas: readonly AreaLevel[]): readonly Standing[] {
  return areas.flatMap(({ id, name, level }) =>
    level.rate === null ? [] : [{ id, name, count: level.count, personYears: level.rate.personYears }],
  )
}

/** Events by month in each area, nought for a month that is loaded and has none. */
export function seriesByArea(
  areas: readonly number[],
  months: readonly CivilMonth[],
  rows: readonly { readonly area: number; readonly month: CivilMonth; readonly incidents: number }[],
): { area: number; series: { month: CivilMonth; count: number }[] }[] {
  const counts = new Map(rows.map(({ area, month, incidents }) => [`${area} ${month}`, incidents]))
  return areas.map((area) => ({
    area,
    series: months.map((month) => ({ month, count: counts.get(`${area} ${month}`) ?? 0 })),
  }))
}
