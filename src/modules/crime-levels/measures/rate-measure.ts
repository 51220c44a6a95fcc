import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import { populationFor } from '#kernel/areas/populations.ts'
import type { Computed, Measure, MeasureValue } from '#kernel/measures/define.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { areaMonths, wholeCounts, type Counting } from '../queries/counts.ts'
import { forcePopulation } from '../queries/loaded.ts'
import { incidentsHref } from '../rules/addresses.ts'
import { categoriesOf, type What } from '../rules/what.ts'
import { AVAILABLE_AFTER, coveredMonths, lastLoadedMonth, type Covered } from './covered.ts'
import { rowIds } from './row-ids.ts'

type RatePlan = Pick<Measure, 'code' | 'name' | 'definition' | 'numerator' | 'question' | 'direction' | 'authority'>

/** What was recorded in a month, per 1,000 residents: of the force, and of each area that answers for itself. */
export function rateMeasure(what: What, plan: RatePlan): Measure {
  return {
    ...plan,
    version: 1,
    denominator:
      'Residents by the mid-year estimate of that year, else the nearest before it, else the first after it.',
    unknown: 'None: whatever has no place counts for the force, and for no area.',
    unit: 'per 1,000 people',
    source: 'Street-level data of data.police.uk; the force’s own records where there is none.',
    by: ['area'],
    availableAfter: AVAILABLE_AFTER,
    lastMonth: lastLoadedMonth,
    compute: async (tx, from, to) => computeRate(tx, what, await coveredMonths(tx, from, to)),
    rowsAt: ({ month, area }) => incidentsHref({ what, from: month, to: month, area }),
    population: (tx, month) => rowIds(tx, what, month, { in: 'whole' }),
  }
}

async function computeRate(tx: Tx, what: What, covered: Covered): Promise<Computed> {
  const { loaded, months, areas, sourceAt } = covered
  const [from, to] = [months[0], months.at(-1)]
  if (from === undefined || to === undefined) return { values: [], sourceAt }
  const { publisher, source } = loaded
  const counting: Counting = { publisher, source, categories: categoriesOf(what) }
  const whole = await wholeCounts(tx, counting, { from, to })
  const byArea = await areaMonths(tx, counting, { from, to }, areas)
  const residents = await residentsByYear(tx, covered)
  const countOf = new Map<string, number>()
  for (const row of whole) if (row.publisher === publisher) countOf.set(keyOf(null, row.month), row.incidents)
  for (const { area, month, incidents } of byArea) countOf.set(keyOf(area, month), incidents)
  const values = months.flatMap((month) =>
    [null, ...areas].map((area): MeasureValue => ({
      month,
      area,
      unit: null,
      numerator: countOf.get(keyOf(area, month)) ?? 0,
      denominator: residents(area, month),
      unknown: 0,
    })),
  )
  return { values, sourceAt }
}

function keyOf(area: number | null, month: CivilMonth): string {
  return `${area ?? 'force'} ${month}`
}

/** One statement a year. Null where no population is loaded. */
async function residentsByYear(
  tx: Tx,
  { loaded, months, areas }: Covered,
): Promise<(area: number | null, month: CivilMonth) => number | null> {
  const years = [...new Set(months.map((month) => Number(month.slice(0, 4))))]
  const found = new Map<number, Awaited<ReturnType<typeof populationFor>>>()
  for (const year of years) found.set(year, await populationFor(tx, areas, year))
  return (area, month) => {
    const year = Number(month.slice(0, 4))
    if (area === null) return forcePopulation(loaded.publisher, loaded.forcePopulations, year)?.people ?? null
    return found.get(year)?.get(area)?.people ?? null
  }
}
