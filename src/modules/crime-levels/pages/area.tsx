import type { z } from 'zod'
import { AREA_KINDS } from '#kernel/areas/kinds.ts'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { CardGrid } from '#ui/blocks/card.tsx'
import { dayWithYear } from '#ui/words/dates.ts'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { levelsOfArea } from '../queries/area.ts'
import type { AreaPageModel } from '../queries/area-model.ts'
import type { Shown } from '../queries/model.ts'
import { areaHref, exportHref, LEVELS, levelsHref } from '../rules/addresses.ts'
import { whatWords } from '../rules/what.ts'
import { AreaCells } from './area-map.tsx'
import { AreaNesting } from './area-nesting.tsx'
import { CategoriesTable } from './categories-table.tsx'
import { LevelsFilter } from './filter.tsx'
import { dataWarning, Freshness } from './freshness.tsx'
import { KeyFigures } from './key-figures.tsx'
import { FunnelCard, GroupCard } from './standing-cards.tsx'
import { TrendCard } from './trend-card.tsx'
import { ASB } from '#kernel/occurrences/crime-types.ts'

type Model = z.output<typeof levelsOfArea.output>

/** One area: what, how much, beside which others, and where in it. */
export const areaPage = page({ path: `${LEVELS}/areas/:area`, query: levelsOfArea, view: areaView })

function areaView({ loaded, shown, found }: Model, context: PageContext): View {
  const lead = <Freshness loaded={loaded} shown={shown} />
  if (shown === null || found === null)
    return {
      section: 'prevent',
      title: 'Crime and ASB in one area',
      lead,
      back: { href: LEVELS, text: 'Crime and ASB levels' },
      body: (
        <EmptyState title="No month is loaded yet">
          <p>Ask an analyst to import the force’s street files from data.police.uk.</p>
        </EmptyState>
      ),
    }
  const { area } = found
  const { what, from, to, source } = shown
  const ended = area.validTo === null ? undefined : `This area ended on ${dayWithYear(area.validTo)}`
  return {
    section: 'prevent',
    title: `How much crime and ASB is there in ${area.name}?`,
    lead: (
      <>
        {AREA_KINDS[area.kind].words}. {lead}
      </>
    ),
    warning: ended ?? dataWarning(loaded, shown, context.now),
    back: { href: levelsHref({ what, from, to, source, by: area.kind }), text: 'Crime and ASB levels' },
    actions: [
      { text: 'Who works there', href: `/areas/${area.id}` },
      { text: 'Its rows as CSV', href: exportHref('incidents', 'csv', { what, from, to, source, area: area.id }) },
    ],
    islands: ['map'],
    body: (
      <>
        <LevelsFilter action={areaHref(area.id)} loaded={loaded} shown={shown} errors={context.errors} />
        <Body shown={shown} found={found} />
      </>
    ),
  }
}

interface BodyProps {
  readonly shown: Shown
  readonly found: AreaPageModel
}

function Body({ shown, found }: BodyProps) {
  const { area, level, series, categories } = found
  const asb = categories.find(({ category }) => category === ASB)?.level
  return (
    <>
      <KeyFigures shown={shown} level={level} asb={shown.what === ASB ? undefined : asb} narrow={{ area: area.id }} />
      <CategoriesTable shown={shown} found={found} />
      <CardGrid columns={2}>
        <TrendCard
          id="area-trend"
          title={`${whatWords(shown.what)} in ${area.name}, month by month`}
          shown={shown}
          level={level}
          series={series}
        />
        {found.peers.length > 1 && <FunnelCard shown={shown} found={found} />}
      </CardGrid>
      <CardGrid columns="wide-narrow">
        <AreaCells shown={shown} found={found} />
        <GroupCard shown={shown} found={found} />
      </CardGrid>
      <CardGrid columns={3}>
        <AreaNesting shown={shown} found={found} />
      </CardGrid>
    </>
  )
}
