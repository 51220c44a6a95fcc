import { z } from 'zod'
import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import { AREA_KINDS } from '#kernel/areas/kinds.ts'
import { populationFor } from '#kernel/areas/populations.ts'
import { query } from '#kernel/operations.ts'
import { id } from '#platform/forms/fields.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { levelsByArea, standingsOf } from '../rules/area-levels.ts'
import { besideGroup } from '../rules/beside-group.ts'
import { categoriesOfArea } from '../rules/categories-of-area.ts'
import { deprivationOf } from '../rules/deprivation.ts'
import { levelOf } from '../rules/level.ts'
import { chartPeriod, populationYear, yearBefore } from '../rules/months.ts'
import { nearestByPopulation } from '../rules/similar-areas.ts'
import { placesOf } from '../rules/standing.ts'
import { askedOf, loadedModelOf, type Asked } from './asked.ts'
import { areaModel, type AreaPageModel } from './area-model.ts'
import { cellCounts } from './cells.ts'
import { areaContext, type AreaContext } from './context.ts'
import { areaTotals, categoryMonths, type CategoryMonth } from './counts.ts'
import { levelFilters } from './filters.ts'
import { loadedModel, shownModel } from './model.ts'

export const levelsOfArea = query({
  name: 'levels.area',
  summary: 'How much crime and anti-social behaviour is there in one area?',
  input: z.object({ ...levelFilters, area: id('Area') }),
  output: z.object({ loaded: loadedModel, shown: shownModel.nullable(), found: areaModel.nullable() }),
  access: { staff: 'any' },
  purpose: 'crime analysis',
  audit: {
    event: 'levels.area-viewed',
    subjects: ({ area }) => [{ kind: 'area', id: area }],
    detail: (_, { shown }) => ({ what: shown?.what, from: shown?.from, to: shown?.to }),
  },
  async run(tx, input) {
    const { loaded, asked } = await askedOf(tx, input)
    if (asked === null) return { loaded: loadedModelOf(loaded), shown: null, found: null }
    return { loaded: loadedModelOf(loaded), shown: asked.shown, found: await areaOf(tx, asked, input.area) }
  },
})

async function areaOf(tx: Tx, asked: Asked, id: number): Promise<AreaPageModel> {
  const { counting, period, shown } = asked
  const context = await areaContext(tx, id, counting, period)
  const comparable = context.kind === 'force' ? null : context.kind
  const totals = await areaTotals(tx, counting, period, { kind: comparable, forceCodes: [], outlines: 'none' })
  const ids = [...new Set([id, ...totals.map((area) => area.id)])]
  const people = await populationFor(tx, ids, populationYear(period))
  const monthly = await categoryMonths(tx, counting, { from: firstOf(asked), to: period.to }, id)
  const resolution = AREA_KINDS[context.kind].rank >= AREA_KINDS.ward.rank ? 9 : 8
  const cells = await cellCounts(tx, counting, period, { area: id, resolution })
  const levels = levelsByArea(totals, people, shown)
  return {
    ...ownFigures(asked, context, monthly, people.get(id) ?? null),
    ...amongPeers(id, levels),
    deprivation: deprivationOf(context.deciles, populationYear(period))?.words ?? null,
    around: [...context.around],
    within: [...context.within],
    map: { outline: context.geometry, resolution, cells: [...cells] },
  }
}

/** The chart goes back three years, and each count is set beside that of the year before. */
function firstOf({ period, shown }: Asked): CivilMonth {
  return [chartPeriod(period).from, period.from, ...yearBefore(shown.counted)].toSorted()[0] ?? period.from
}

function ownFigures(
  { loaded, counting, period, shown }: Asked,
  { id, kind, code, name, schematic, source, validTo }: AreaContext,
  monthly: readonly CategoryMonth[],
  population: { readonly people: number; readonly midYear: number } | null,
): Pick<AreaPageModel, 'area' | 'level' | 'series' | 'categories'> {
  const counts = new Map(monthly.map((row) => [`${row.category} ${row.month}`, row.incidents]))
  const countOf = (category: string, month: CivilMonth): number => counts.get(`${category} ${month}`) ?? 0
  const chart = chartPeriod(period)
  const chartMonths = loaded.months.filter((month) => month >= chart.from && month <= chart.to)
  const countIn = (month: CivilMonth): number =>
    counting.categories.reduce((sum, category) => sum + countOf(category, month), 0)
  const facts = { period, counted: shown.counted, loaded: loaded.months, chartMonths, population, countOf }
  const count = shown.counted.reduce((sum, month) => sum + countIn(month), 0)
  return {
    area: { id, kind, code, name, schematic, source, validTo },
    level: levelOf({ count, counted: shown.counted, period, population }),
    series: chartMonths.map((month) => ({ month, count: countIn(month) })),
    categories: categoriesOfArea(facts).map(({ category, level, change, series }) => ({
      category,
      level,
      change: change.words,
      series: [...series],
    })),
  }
}

function amongPeers(
  id: number,
  levels: ReturnType<typeof levelsByArea>,
): Pick<AreaPageModel, 'place' | 'peers' | 'group' | 'besideGroup'> {
  const standings = standingsOf(levels)
  const own = standings.find((area) => area.id === id)
  const rows = levels.map((area) => ({ ...area, people: area.level.people }))
  const self = rows.find((area) => area.id === id)
  const group = self === undefined ? [] : nearestByPopulation(self, rows).map((area) => area.id)
  const others = standings.filter((area) => group.includes(area.id))
  return {
    place: placesOf(standings).get(id) ?? null,
    peers: levels.filter(({ level }) => level.rate !== null).map((area) => ({ ...area })),
    group,
    besideGroup: own === undefined ? null : besideGroup(own, others),
  }
}
