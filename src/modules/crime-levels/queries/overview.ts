import { z } from 'zod'
import { populationFor } from '#kernel/areas/populations.ts'
import { query } from '#kernel/operations.ts'
import { about } from '#platform/operations/define.ts'
import { wholeNumber } from '#platform/forms/fields.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { AREAS_A_PAGE, levelsByArea, orderAreas, seriesByArea, SORTS, standingsOf } from '../rules/area-levels.ts'
import { chartPeriod, populationYear } from '../rules/months.ts'
import { placesOf } from '../rules/standing.ts'
import { askedOf, loadedModelOf, type Asked } from './asked.ts'
import { cellCounts } from './cells.ts'
import { areaMonths, areaTotals, wholeCounts } from './counts.ts'
import { areaKind, levelFilters, optionalChoice } from './filters.ts'
import { forceOf } from './force-levels.ts'
import { forceCodes } from './loaded.ts'
import { loadedModel, shownModel } from './model.ts'
import { overviewModel, type Overview } from './overview-model.ts'

export const levelsOverview = query({
  name: 'levels.overview',
  summary: 'How much crime and anti-social behaviour is there, and where?',
  input: z.object({
    ...levelFilters,
    by: areaKind,
    map: optionalChoice('Map', ['areas', 'cells']),
    sort: optionalChoice('Order', SORTS),
    page: wholeNumber('Page', { min: 1, max: 10_000 }).optional(),
  }),
  output: z.object({ loaded: loadedModel, shown: shownModel.nullable(), overview: overviewModel.nullable() }),
  access: { staff: 'any' },
  purpose: 'crime analysis',
  audit: {
    event: 'levels.viewed',
    subjects: about.nobody,
    detail: ({ by, map }, { shown }) => ({ what: shown?.what, from: shown?.from, to: shown?.to, by, map }),
  },
  async run(tx, input) {
    const { loaded, asked } = await askedOf(tx, input)
    if (asked === null) return { loaded: loadedModelOf(loaded), shown: null, overview: null }
    const overview = await overviewOf(tx, asked, {
      by: input.by !== null && loaded.kinds.includes(input.by) ? input.by : (loaded.kinds[0] ?? null),
      map: input.map ?? 'areas',
      sort: input.sort ?? 'rate',
      page: input.page ?? 1,
    })
    return { loaded: loadedModelOf(loaded), shown: asked.shown, overview }
  },
})

type Choices = Pick<Overview, 'by' | 'sort' | 'page'> & { readonly map: 'areas' | 'cells' }

async function overviewOf(tx: Tx, asked: Asked, { by, map, sort, page }: Choices): Promise<Overview> {
  const { loaded, counting, period, shown } = asked
  const chart = chartPeriod(period)
  const year = populationYear(period)
  const whole = await wholeCounts(tx, counting, { from: earlier(chart.from, period.from), to: period.to })
  const totals = await areaTotals(tx, counting, period, {
    kind: by,
    forceCodes: forceCodes(loaded.publisher),
    outlines: map === 'areas' ? 'all' : 'force',
  })
  const areas = totals.filter(({ kind }) => kind === by)
  const people = await populationFor(tx, idsOf(areas), year)
  const levels = orderAreas(levelsByArea(areas, people, shown), sort)
  const places = placesOf(standingsOf(levels))
  const onPage = idsOf(levels.slice((page - 1) * AREAS_A_PAGE, page * AREAS_A_PAGE))
  const months = loaded.months.filter((month) => month >= chart.from && month <= chart.to)
  const monthly = await areaMonths(tx, counting, chart, onPage)
  const cells = map === 'cells' ? await cellCounts(tx, counting, period, { area: null, resolution: 8 }) : []
  const force = forceOf(asked, whole, year, months)
  return {
    ...force,
    by,
    areas: levels.map((area) => ({ ...area, place: places.get(area.id) ?? null })),
    elsewhere: force.force.level.count - areas.reduce((sum, { count }) => sum + count, 0),
    sort,
    page,
    series: seriesByArea(onPage, months, monthly),
    map: {
      view: map,
      schematic: totals.some(({ schematic }) => schematic),
      outline: totals.find(({ kind }) => kind === 'force')?.geometry ?? null,
      outlines: areas.flatMap(({ id, geometry }) => (geometry === null ? [] : [{ area: id, geometry }])),
      cells: [...cells],
    },
  }
}

function idsOf(areas: readonly { readonly id: number }[]): readonly number[] {
  return areas.map(({ id }) => id)
}

function earlier<Month extends string>(a: Month, b: Month): Month {
  return a < b ? a : b
}
