import type { z } from 'zod'
import { page, type View } from '#kernel/web/view.ts'
import { permits } from '#platform/access/decide.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { CardGrid } from '#ui/blocks/card.tsx'
import { ASB } from '#kernel/occurrences/crime-types.ts'
import { listStreetImports } from '../queries/imports.ts'
import { levelsOverview } from '../queries/overview.ts'
import type { Overview } from '../queries/overview-model.ts'
import type { Shown } from '../queries/model.ts'
import { exportHref, IMPORTS, LEVELS, type Query } from '../rules/addresses.ts'
import { AreasTable } from './areas-table.tsx'
import { LevelsFilter } from './filter.tsx'
import { ForcesCard } from './forces-card.tsx'
import { dataWarning, Freshness } from './freshness.tsx'
import { KeyFigures } from './key-figures.tsx'
import { LevelsMap } from './levels-map.tsx'
import { TrendCard } from './trend-card.tsx'

type Model = z.output<typeof levelsOverview.output>

/** The first question: how much, and where? */
export const overviewPage = page({ path: LEVELS, query: levelsOverview, view: overviewView })

function overviewView({ loaded, shown, overview }: Model, context: PageContext): View {
  const importing = permits(listStreetImports.access, context.reader.principal, context.reader.roles)
  const base = {
    section: 'prevent' as const,
    title: 'How much crime and ASB is there, and where?',
    lead: <Freshness loaded={loaded} shown={shown} />,
  }
  if (shown === null || overview === null)
    return { ...base, actions: importing ? [IMPORT] : [], body: <NothingLoaded importing={importing} /> }
  const query = queryOf(shown, overview)
  return {
    ...base,
    warning: dataWarning(loaded, shown, context.now),
    actions: [
      { text: 'Download as CSV', href: exportHref('levels', 'csv', query) },
      { text: 'Download for Excel', href: exportHref('levels', 'xlsx', query) },
      ...(importing ? [IMPORT] : []),
    ],
    islands: ['map'],
    body: (
      <>
        <LevelsFilter
          action={LEVELS}
          loaded={loaded}
          shown={shown}
          by={overview.by}
          hidden={{
            map: overview.map.view === 'cells' ? 'cells' : null,
            sort: overview.sort === 'rate' ? null : overview.sort,
          }}
          errors={context.errors}
        />
        <KeyFigures
          shown={shown}
          level={overview.force.level}
          asb={shown.what === ASB ? undefined : overview.force.asb}
        />
        <CardGrid columns="wide-narrow">
          <TrendCard
            id="force-trend"
            title={`${loaded.force}, month by month`}
            shown={shown}
            level={overview.force.level}
            series={overview.force.series}
          />
          <ForcesCard shown={shown} comparison={overview.comparison} />
        </CardGrid>
        <CardGrid columns={2}>
          <LevelsMap shown={shown} overview={overview} by={overview.by} query={query} />
        </CardGrid>
        {overview.by !== null && <AreasTable shown={shown} overview={overview} by={overview.by} query={query} />}
      </>
    ),
  }
}

const IMPORT = { text: 'Imports', href: IMPORTS }

/** What the address holds: the filters as they are shown, so that a link is right for ever. */
function queryOf({ what, from, to, source }: Shown, { by, map, sort }: Overview): Query {
  return { what, from, to, by, source, map: map.view === 'cells' ? 'cells' : null, sort: sort === 'rate' ? null : sort }
}

function NothingLoaded({ importing }: { readonly importing: boolean }) {
  return (
    <EmptyState title="No month is loaded yet">
      {importing ? (
        <p>
          <a class="govuk-link" href={IMPORTS}>
            Import the force’s street files
          </a>{' '}
          from data.police.uk. Boundaries and populations come from the command line: <code>frankpledge import</code>.
        </p>
      ) : (
        <p>Ask an analyst to import the force’s street files from data.police.uk.</p>
      )}
    </EmptyState>
  )
}
