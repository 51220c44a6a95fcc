import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import { compareForces, type PublisherFacts } from '../rules/comparison-forces.ts'
import { levelOf } from '../rules/level.ts'
import type { Asked } from './asked.ts'
import type { WholeCount } from './counts.ts'
import { forcePopulation, publisherName } from './loaded.ts'
import type { Overview } from './overview-model.ts'

/** The whole force and the forces beside it, from what each published by month. `year`: of the population. */
export function forceOf(
  { loaded, period, shown }: Asked,
  whole: readonly WholeCount[],
  year: number,
  chartMonths: readonly CivilMonth[],
): Pick<Overview, 'force' | 'comparison'> {
  const factsOf = (publisher: string, months: readonly CivilMonth[], pick: (row: WholeCount) => number) => {
    const rows = new Map(whole.filter((row) => row.publisher === publisher).map((row) => [row.month, row]))
    const countOf = (month: CivilMonth): number => {
      const row = rows.get(month)
      return row === undefined ? 0 : pick(row)
    }
    return {
      publisher,
      name: publisherName(publisher, loaded.forcePopulations),
      counts: new Map(months.map((month) => [month, countOf(month)])),
      population: forcePopulation(publisher, loaded.forcePopulations, year),
    } satisfies PublisherFacts
  }
  const wanted = (row: WholeCount): number => row.incidents
  const own = factsOf(loaded.publisher, loaded.months, wanted)
  const asb = factsOf(loaded.publisher, loaded.months, (row) => row.asb)
  const others = loaded.others.map(({ publisher, months }) => factsOf(publisher, months, wanted))
  const level = (facts: PublisherFacts) =>
    levelOf({
      count: shown.counted.reduce((sum, month) => sum + (facts.counts.get(month) ?? 0), 0),
      counted: shown.counted,
      period,
      population: facts.population,
    })
  const { forces, left, national } = compareForces(own, others, shown.counted)
  return {
    force: {
      level: level(own),
      asb: level(asb),
      series: chartMonths.map((month) => ({ month, count: own.counts.get(month) ?? 0 })),
    },
    comparison: { forces: [...forces], left: [...left], national },
  }
}
