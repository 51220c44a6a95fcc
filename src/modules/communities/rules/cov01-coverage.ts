import { addDays, getCivilDate, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { GROUP_NAMES, GROUPS, type GroupCode } from './lists.ts'

/** Looked back over so many days. A default. */
export const COVERAGE_DAYS = 365
/** A group of fewer residents than this is not looked for in an area, and its number is not shown. A default. */
export const FEWEST_RESIDENTS = 100

/** How often a group was heard, of what this reader may see. */
export interface HeardCount {
  readonly group: string
  readonly times: number
  /** Civil date. */
  readonly last: string
}

export type CoverageStanding = 'heard' | 'not-heard' | 'few-residents'

/** One group of an area: whether it was heard, set against how many of it live there, where that is loaded. */
export interface GroupCoverage {
  readonly group: GroupCode
  readonly standing: CoverageStanding
  readonly times: number
  readonly last: string | null
  /** To the nearest ten; null where no figure is loaded, or where it is below the smallest that is shown. */
  readonly residents: number | null
}

/** The first day that counts. */
export function coverageSince(today: CivilDate): CivilDate {
  return addDays(today, 1 - COVERAGE_DAYS)
}

/**
 * COV01 A group is heard when an engagement in the window names it. COV02 One whose residents are known to be few is neither
 * looked for nor numbered. Those not heard stand first, the largest of them first: a list to act on, no score of anybody.
 */
export function coverageOf(
  heard: readonly HeardCount[],
  residentsOf: ReadonlyMap<GroupCode, number>,
): readonly GroupCoverage[] {
  const counts = new Map(heard.map((one) => [one.group, one]))
  return GROUP_NAMES.filter((group) => GROUPS[group].soughtFor)
    .map((group): GroupCoverage => {
      const count = counts.get(group)
      const residents = residentsOf.get(group)
      const few = residents !== undefined && residents < FEWEST_RESIDENTS
      return {
        group,
        standing: count !== undefined ? 'heard' : few ? 'few-residents' : 'not-heard',
        times: count?.times ?? 0,
        last: count === undefined ? null : getCivilDate(count.last),
        residents: residents === undefined || few ? null : Math.round(residents / 10) * 10,
      }
    })
    .toSorted((a, b) => ORDER[a.standing] - ORDER[b.standing] || (b.residents ?? 0) - (a.residents ?? 0))
}

const ORDER = { 'not-heard': 0, heard: 1, 'few-residents': 2 } as const satisfies Record<CoverageStanding, number>
