import { MONTHS_NEEDED } from '#calculations/control-chart/control-chart.ts'
import { DataTable, type Column } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { SmallControlChart } from '#ui/charts/control-chart-small.tsx'
import { count } from '#ui/words/numbers.ts'
import type { AreaKind } from '#kernel/areas/kinds.ts'
import { ASB } from '#kernel/occurrences/crime-types.ts'
import type { Series, Shown } from '../queries/model.ts'
import type { Overview } from '../queries/overview-model.ts'
import { areaHref, incidentsHref, levelsHref, type Query } from '../rules/addresses.ts'
import { AREAS_A_PAGE, type Sort } from '../rules/area-levels.ts'
import { LOW_ASB } from '../rules/low-asb.ts'
import { placeWords } from '../rules/standing.ts'
import { trendOf } from '../rules/trend.ts'
import { rateWords, unitOf } from '../rules/what.ts'
import { countOrDash, intervalWords, kindPlural, rateNumber } from './words.ts'

interface AreasTableProps {
  readonly shown: Shown
  readonly overview: Overview
  readonly by: AreaKind
  /** The filters, for links that keep them. */
  readonly query: Query
}

type AreaRow = Overview['areas'][number]
/** What lies in none of the areas stands last. */
type Row = { readonly of: 'area'; readonly area: AreaRow } | { readonly of: 'elsewhere'; readonly count: number }

/** Areas with count, rate, months and where each lies among the others. */
export function AreasTable({ shown, overview, by, query }: AreasTableProps) {
  const { areas, elsewhere, page, sort } = overview
  const rows: Row[] = areas.slice((page - 1) * AREAS_A_PAGE, page * AREAS_A_PAGE).map((area) => ({ of: 'area', area }))
  if (page * AREAS_A_PAGE >= areas.length && elsewhere > 0) rows.push({ of: 'elsewhere', count: elsewhere })
  return (
    <>
      <DataTable
        id="areas"
        caption={kindPlural(by)}
        columns={columnsOf(shown, overview, by, query)}
        rows={rows}
        empty={
          <EmptyState title="No areas are loaded">
            <p>An administrator can import boundaries; the rows are there and will find their areas.</p>
          </EmptyState>
        }
      />
      {areas.length > AREAS_A_PAGE && (
        <Pager
          page={page}
          pageSize={AREAS_A_PAGE}
          total={areas.length}
          href={(number) => `${levelsHref({ ...query, sort, page: number })}#areas`}
          what={kindPlural(by).toLowerCase()}
        />
      )}
    </>
  )
}

function columnsOf(shown: Shown, overview: Overview, by: AreaKind, query: Query): readonly Column<Row>[] {
  const { what, from, to, source } = shown
  const filters = { what, from, to, source }
  const series = new Map(overview.series.map(({ area, series: of }) => [area, of]))
  const many = unitOf(what).many
  // Before twelve months on end the column would say the same of every area: the force's chart says it once.
  const charts = trendOf(overview.force.series, overview.force.level.people).kind === 'chart'
  const area = (cell: (row: AreaRow) => preact.ComponentChildren) => (row: Row) =>
    row.of === 'area' ? cell(row.area) : '–'
  return [
    {
      header: 'Area',
      sort: sortBy('name', overview.sort, query),
      cell: (row) =>
        row.of === 'area' ? (
          <>
            <a class="govuk-link" href={areaHref(row.area.id, filters)}>
              {row.area.name}
            </a>
            {row.area.within !== null && <span class="fp-second">{row.area.within}</span>}
          </>
        ) : (
          'No place, or outside these areas'
        ),
    },
    {
      header: many.replace(/^./, (letter) => letter.toUpperCase()),
      align: 'number',
      sort: sortBy('count', overview.sort, query),
      cell: (row) => (
        <a
          class="govuk-link"
          href={incidentsHref(row.of === 'area' ? { ...filters, area: row.area.id } : { ...filters, elsewhere: by })}
        >
          {count(row.of === 'area' ? row.area.level.count : row.count)}
        </a>
      ),
    },
    {
      header: 'People',
      align: 'number',
      cell: area(({ level }) => (
        <>
          {countOrDash(level.people)}
          {level.midYear !== null && <span class="fp-second">mid-{level.midYear}</span>}
        </>
      )),
    },
    {
      header: 'Rate a year',
      align: 'number',
      sort: sortBy('rate', overview.sort, query),
      cell: area(({ level }) => <strong>{rateNumber(level)}</strong>),
    },
    { header: '95% interval', align: 'number', nowrap: true, cell: area(({ level }) => intervalWords(level)) },
    ...(charts
      ? [
          {
            header: 'Up to 36 months',
            cell: area(({ id, name, level }) => (
              <SmallTrend id={id} name={name} series={series.get(id) ?? []} people={level.people} what={what} />
            )),
          },
        ]
      : []),
    { header: 'Among these areas', phoneLabel: 'Among these', cell: area((row) => <Place row={row} what={what} />) },
  ]
}

function SmallTrend(props: {
  readonly id: number
  readonly name: string
  readonly series: Series
  readonly people: number | null
  readonly what: Shown['what']
}) {
  const { id, name, series, people, what } = props
  const chart = trendOf(series, people)
  if (chart.kind === 'too-few')
    return <span class="fp-second">{`${chart.monthsOnEnd} of ${MONTHS_NEEDED} months needed`}</span>
  return (
    <SmallControlChart
      id={`area-${id}`}
      title={`${name}: ${rateWords(what, 'a month')}`}
      chart={chart}
      decimals={people === null ? 0 : 2}
    />
  )
}

function Place({ row, what }: { readonly row: AreaRow; readonly what: Shown['what'] }) {
  if (row.place === null) return <>too few to tell</>
  const outside = row.place.place !== 'inside'
  const low = outside && row.place.side === 'below' && what === ASB
  return (
    <>
      {outside ? <strong>{placeWords(row.place)}</strong> : placeWords(row.place)}
      {low && <span class="fp-second">{LOW_ASB.short.toLowerCase()}</span>}
    </>
  )
}

function sortBy(sort: Sort, current: Sort, query: Query) {
  const href = `${levelsHref({ ...query, sort })}#areas`
  return sort === current
    ? { href, direction: sort === 'name' ? ('ascending' as const) : ('descending' as const) }
    : { href }
}
