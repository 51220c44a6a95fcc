import { MONTHS_NEEDED } from '#calculations/control-chart/control-chart.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { SmallControlChart } from '#ui/charts/control-chart-small.tsx'
import { count } from '#ui/words/numbers.ts'
import { ASB } from '#kernel/occurrences/crime-types.ts'
import type { AreaPageModel } from '../queries/area-model.ts'
import type { Shown } from '../queries/model.ts'
import { areaHref, incidentsHref } from '../rules/addresses.ts'
import { YEAR_BEFORE_NOT_LOADED } from '../rules/change.ts'
import { trendOf } from '../rules/trend.ts'
import { categoryWords } from '#kernel/occurrences/crime-types.ts'
import { intervalWords, periodWords, rateNumber } from './words.ts'

type Row = AreaPageModel['categories'][number]

/** Every category in the area: how many, at what rate, and what changed, in words. */
export function CategoriesTable({ shown, found }: { readonly shown: Shown; readonly found: AreaPageModel }) {
  const { from, to, source } = shown
  const area = found.area.id
  // What would say the same in every row is left out: the months loaded allow neither.
  const charts = trendOf(found.series, found.level.people).kind === 'chart'
  const changes = found.categories.some(({ change }) => change !== YEAR_BEFORE_NOT_LOADED)
  return (
    <DataTable
      caption={`By category, ${periodWords(shown)}`}
      columns={[
        {
          header: 'Category',
          cell: ({ category }) => (
            <>
              <a class="govuk-link" href={areaHref(area, { what: category, from, to, source })}>
                {categoryWords(category)}
              </a>
              {category === ASB && <span class="fp-second">incidents, not crimes: in no total of crime</span>}
            </>
          ),
        },
        {
          header: 'Count',
          align: 'number',
          cell: ({ category, level }) => (
            <a class="govuk-link" href={incidentsHref({ what: category, from, to, source, area })}>
              {count(level.count)}
            </a>
          ),
        },
        { header: 'Rate a year', align: 'number', cell: ({ level }) => <strong>{rateNumber(level)}</strong> },
        { header: '95% interval', align: 'number', nowrap: true, cell: ({ level }) => intervalWords(level) },
        ...(changes ? [{ header: 'From the year before', cell: ({ change }: Row) => change }] : []),
        ...(charts ? [{ header: 'Up to 36 months', cell: (row: Row) => <SmallTrend row={row} /> }] : []),
      ]}
      rows={found.categories}
      empty={
        <EmptyState title="Nothing was counted here">
          <p>Choose other months, or look at an area around it.</p>
        </EmptyState>
      }
    />
  )
}

function SmallTrend({ row: { category, level, series } }: { readonly row: Row }) {
  const chart = trendOf(series, level.people)
  if (chart.kind === 'too-few')
    return <span class="fp-second">{`${chart.monthsOnEnd} of ${MONTHS_NEEDED} months needed`}</span>
  return (
    <SmallControlChart
      id={`category-${category}`}
      title={`${categoryWords(category)} per 1,000 residents a month`}
      chart={chart}
      decimals={level.people === null ? 0 : 2}
    />
  )
}
