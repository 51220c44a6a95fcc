import type { z } from 'zod'
import { isCivilMonth } from '#calculations/calendar/civil-month.ts'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { count } from '#ui/words/numbers.ts'
import { INCIDENTS_A_PAGE } from '../queries/incident-rows.ts'
import { listIncidents, type IncidentModel } from '../queries/incidents.ts'
import {
  areaHref,
  exportHref,
  incidentsHref,
  LEVELS,
  levelsHref,
  occurrenceHref,
  type Query,
} from '../rules/addresses.ts'
import { PLACE_PRECISION_WORDS, whenPrecisionWords, whenWords } from '../rules/precision-words.ts'
import { whatWords } from '../rules/what.ts'
import { categoryWords } from '#kernel/occurrences/crime-types.ts'
import { LevelsFilter } from './filter.tsx'
import { dataWarning, Freshness } from './freshness.tsx'
import { countWords, kindPlural, periodWords } from './words.ts'

type Model = z.output<typeof listIncidents.output>

/** Each number opens onto its rows: these. */
export const incidentsPage = page({ path: `${LEVELS}/incidents`, query: listIncidents, view: incidentsView })

function incidentsView(model: Model, context: PageContext): View {
  const { loaded, shown, open, counted } = model
  const lead = <Freshness loaded={loaded} shown={shown} />
  if (shown === null)
    return {
      section: 'prevent',
      title: 'Crimes and incidents',
      lead,
      back: { href: LEVELS, text: 'Crime and ASB levels' },
      body: (
        <EmptyState title="No month is loaded yet">
          <p>Ask an analyst to import the force’s street files from data.police.uk.</p>
        </EmptyState>
      ),
    }
  const query = queryOf(model, shown)
  return {
    section: 'prevent',
    title: `${whatWords(shown.what)}: ${placeOf(model)}, ${periodWords(shown)}`,
    lead,
    warning: dataWarning(loaded, shown, context.now),
    back: backOf(model, shown),
    actions: [
      { text: 'Download as CSV', href: exportHref('incidents', 'csv', query) },
      { text: 'Download for Excel', href: exportHref('incidents', 'xlsx', query) },
    ],
    body: (
      <>
        <LevelsFilter
          action={`${LEVELS}/incidents`}
          loaded={loaded}
          shown={shown}
          hidden={{
            area: model.area?.id ?? null,
            elsewhere: model.elsewhere,
            cell: model.cell,
            publisher: query['publisher'] ?? null,
          }}
          errors={context.errors}
        />
        <p>
          <strong>{countWords(counted, shown)}</strong> counted
          {counted > open &&
            `, of which ${count(counted - open)} ${counted - open === 1 ? 'is' : 'are'} not open to you`}
          .
        </p>
        <IncidentTable incidents={model.incidents} />
        <Pager
          page={model.page}
          pageSize={INCIDENTS_A_PAGE}
          total={open}
          href={(number) => incidentsHref({ ...query, page: number })}
          what="rows"
        />
      </>
    ),
  }
}

function IncidentTable({ incidents }: { readonly incidents: readonly IncidentModel[] }) {
  return (
    <DataTable
      caption="The rows behind the number"
      captionHidden
      columns={[
        {
          header: 'What',
          cell: (row) => (
            <a class="govuk-link" href={occurrenceHref(row.id)}>
              {categoryWords(row.category)}
            </a>
          ),
        },
        {
          header: 'Where',
          cell: (row) => (
            <>
              {row.place === '' ? 'No place' : row.place}
              {row.placePrecision !== 'exact' && <span class="fp-second">{SHORT_PLACE[row.placePrecision]}</span>}
            </>
          ),
        },
        {
          header: 'When',
          nowrap: true,
          cell: (row) => (
            <>
              {whenText(row)}
              <span class="fp-second">{whenPrecisionWords(whenOf(row))}</span>
            </>
          ),
        },
        { header: 'Last outcome', cell: (row) => row.outcome ?? 'none given' },
        { header: 'Source', cell: (row) => SOURCE_SHORT[row.source] },
      ]}
      rows={incidents}
      empty={
        <EmptyState title="No rows">
          <p>Nothing of this kind was counted here in these months. Choose other months, or all crime.</p>
        </EmptyState>
      }
    />
  )
}

const SOURCE_SHORT = { street: 'data.police.uk', 'records-extract': 'own records', demonstration: 'made up' } as const
const SHORT_PLACE = { snapped: 'moved to the nearest point', none: PLACE_PRECISION_WORDS.none } as const

function whenOf({ from, to, precision, month }: IncidentModel) {
  return { from, to, precision, month }
}

function whenText(row: IncidentModel): string {
  return isCivilMonth(row.month) ? whenWords(whenOf(row)) : row.month
}

function placeOf({ area, elsewhere, cell, publisherName }: Model): string {
  if (area !== null) return cell === null ? area.name : `one cell in ${area.name}`
  if (cell !== null) return 'one cell'
  if (elsewhere !== null) return `outside all ${kindPlural(elsewhere).toLowerCase()}, or without a place`
  return publisherName
}

type Shown = NonNullable<Model['shown']>

function queryOf({ area, elsewhere, cell }: Model, shown: Shown): Query {
  const { what, from, to, source, publisher } = shown
  return { what, from, to, source, publisher, area: area?.id, elsewhere, cell }
}

function backOf({ area }: Model, { what, from, to, source }: Shown): NonNullable<View['back']> {
  const filters = { what, from, to, source }
  return area === null
    ? { href: levelsHref(filters), text: 'Crime and ASB levels' }
    : { href: areaHref(area.id, filters), text: area.name }
}
