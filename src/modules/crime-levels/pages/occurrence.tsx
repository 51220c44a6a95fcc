import type { z } from 'zod'
import { AREA_KINDS } from '#kernel/areas/kinds.ts'
import { CrimeCard, RolesCard } from '#kernel/occurrences/crime-cards.tsx'
import { page, type View } from '#kernel/web/view.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import type { Content } from '#ui/govuk/options.ts'
import { PointMap } from '#ui/maps/point-map.tsx'
import { openOccurrence, openOccurrenceByNumber } from '../queries/occurrence.ts'
import { areaHref, incidentsHref } from '../rules/addresses.ts'
import { PLACE_PRECISION_WORDS, SOURCE_WORDS, whenPrecisionWords, whenWords } from '../rules/precision-words.ts'
import { categoryWords } from '#kernel/occurrences/crime-types.ts'

type Model = z.output<typeof openOccurrence.output>

/** Everything that is known of one occurrence, and how well. */
export const occurrencePage = page({ path: '/prevent/occurrences/:id', query: openOccurrence, view: occurrenceView })

/** The same, for a link from the records system, which knows it by its own number. */
export const occurrenceByNumberPage = page({
  path: '/occurrences/by-number/:number',
  query: openOccurrenceByNumber,
  view: occurrenceView,
})

function occurrenceView(model: Model): View {
  const { category, from, to, precision, month } = model
  const when = { from, to, precision, month }
  return {
    section: 'prevent',
    title: `${categoryWords(category)}, ${whenWords(when)}`,
    lead: `${SOURCE_WORDS[model.source].replace(/^./, (letter) => letter.toUpperCase())}, published by ${model.publisherName}`,
    marking: model.marking,
    back: {
      href: incidentsHref({ what: category, from: month, to: month, source: model.source, publisher: model.publisher }),
      text: 'Rows like this one',
    },
    actions: [
      ...(model.recordsSystem === null
        ? []
        : [{ text: `Open in ${model.recordsSystem.name}`, href: model.recordsSystem.url }]),
      { text: 'Why can I see this?', href: `/why/occurrence/${model.id}` },
    ],
    body: (
      <>
        <CardGrid columns="wide-narrow">
          <Card title="What is known">
            <SummaryList rows={rowsOf(model).map(([key, value]) => ({ key: { text: key }, value: { text: value } }))} />
          </Card>
          <Card title="Where">
            <Where model={model} />
          </Card>
        </CardGrid>
        {model.crime !== null && (
          <CardGrid columns="wide-narrow">
            <CrimeCard crime={model.crime} />
            <RolesCard roles={model.roles} roleCount={model.roleCount} />
          </CardGrid>
        )}
      </>
    ),
  }
}

function rowsOf(model: Model): readonly (readonly [string, Content])[] {
  const { from, to, precision, month } = model
  const when = { from, to, precision, month }
  return [
    ['What', `${categoryWords(model.category)} (${model.kind === 'asb' ? 'an incident, not a crime' : 'a crime'})`],
    ['When', `${whenWords(when)}, ${whenPrecisionWords(when)}`],
    ['Where', model.place === '' ? 'no place given' : `${model.place}; ${PLACE_PRECISION_WORDS[model.placePrecision]}`],
    ['Last outcome', model.outcome ?? (model.kind === 'asb' ? 'none is published for incidents' : 'none given')],
    [
      model.source === 'records-extract' ? 'Occurrence number' : 'Publisher’s reference',
      model.reference === null ? 'none given' : <Reference>{model.reference}</Reference>,
    ],
    ['Published by', model.comparison ? `${model.publisherName}: kept here for comparison only` : model.publisherName],
    [
      'Came here',
      <>
        <Time instant={model.knownAt} />
        {model.import && (
          <>
            , in the file <Reference>{model.import.file}</Reference>
          </>
        )}
      </>,
    ],
    ...(model.rowNumber !== null && model.rowNumber > 1
      ? [
          [
            'Equal rows',
            `number ${model.rowNumber} of rows that are alike in every column: each is kept as one event`,
          ] as const,
        ]
      : []),
    ...(model.lsoaCode === null ? [] : [['Area in the file', <Reference>{model.lsoaCode}</Reference>] as const]),
  ]
}

function Where({ model }: { readonly model: Model }) {
  const { areas, longitude, latitude, outline, month, source } = model
  if (longitude === null || latitude === null)
    return (
      <EmptyState title="No place is known">
        <p>It counts for the force as a whole, and for no area in it.</p>
      </EmptyState>
    )
  const filters = { from: month, to: month, source }
  return (
    <>
      {outline !== null && <PointMap label={model.place} at={[longitude, latitude]} outline={outline} areas={areas} />}
      <ul class="fp-rows">
        {areas.map(({ id, kind, name }) => (
          <li class="fp-rows__row">
            <a class="govuk-link" href={areaHref(id, filters)}>
              {name}
            </a>
            <span class="fp-rows__note">{AREA_KINDS[kind].words}</span>
          </li>
        ))}
      </ul>
      {areas.length === 0 && <p>It lies in none of the areas that are loaded.</p>}
      <p class="fp-second">
        Latitude {latitude.toFixed(5)}, longitude {longitude.toFixed(5)}
      </p>
    </>
  )
}
