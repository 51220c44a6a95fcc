import { formatMonth } from '#calculations/calendar/civil-month.ts'
import { DECIMALS } from '#kernel/measures/words.ts'
import { page, type View } from '#kernel/web/view.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { SmallControlChart } from '#ui/charts/control-chart-small.tsx'
import { plural } from '#ui/words/numbers.ts'
import type { listMeasures, ListedMeasure } from '../queries/list-measures.ts'
import { questionWords } from '../reference/questions.ts'
import { MEASURES, measureHref } from '../rules/addresses.ts'
import { chartOf } from '../rules/chart-of.ts'
import { figureInterval, figureWords, tooMuchUnknown, unknownWords } from './words.ts'

/** All measures, by question of the inspection. */
export const listPage = (query: ReturnType<typeof listMeasures>) =>
  page({ path: MEASURES, query, view: ({ measures }) => listView(measures) })

function listView(measures: readonly ListedMeasure[]): View {
  const questions = [...new Set(measures.map(({ question }) => question))]
  const late = measures.filter(({ freshness }) => freshness.late !== null)
  return {
    section: 'effectiveness',
    title: 'What do the measures say?',
    lead: leadOf(measures),
    ...(late.length > 0 && {
      warning: `${plural(late.length, 'measure is', 'measures are')} older than ${late.length === 1 ? 'it' : 'they'} should be`,
    }),
    body:
      measures.length === 0 ? (
        <EmptyState title="No measures">
          <p>A module that is switched on brings its measures with it.</p>
        </EmptyState>
      ) : (
        <>
          {questions.map((question) => (
            <MeasuresOf question={question} measures={measures.filter((one) => one.question === question)} />
          ))}
          <p class="fp-second">
            Published figures are of the whole force. Intervals are 95%: what chance alone leaves likely. The band of a
            chart is what chance explains, from twelve months on.
          </p>
        </>
      ),
  }
}

function leadOf(measures: readonly ListedMeasure[]) {
  const computed = measures.flatMap(({ freshness }) => freshness.computedAt ?? []).toSorted()
  const last = computed.at(-1)
  if (last === undefined) return 'Nothing has been computed yet: it is done every day at 05:00, and after each import'
  return (
    <>
      Computed <Time instant={last} />, and again every day at 05:00
    </>
  )
}

function MeasuresOf({
  question,
  measures,
}: {
  readonly question: string
  readonly measures: readonly ListedMeasure[]
}) {
  return (
    <DataTable
      caption={questionWords(question)}
      columns={[
        {
          header: 'Measure',
          cell: ({ code, name }) => (
            <>
              <a class="govuk-link" href={measureHref(code)}>
                {name}
              </a>
              <span class="fp-second">{code}</span>
            </>
          ),
        },
        {
          header: 'Latest',
          align: 'number',
          cell: ({ unit, figures }) => {
            const latest = figures.at(-1)
            if (latest === undefined) return 'no evidence yet'
            return (
              <>
                <strong>{figureWords(unit, latest)}</strong>
                <span class="fp-second">{formatMonth(latest.month)}</span>
              </>
            )
          },
        },
        { header: '95% interval', align: 'number', nowrap: true, cell: (one) => latestOf(one, figureInterval) },
        { header: 'Unknown', align: 'number', cell: (one) => <Unknown measure={one} /> },
        {
          header: 'Month by month',
          cell: ({ code, name, unit, figures }) =>
            figures.length === 0 ? (
              'no evidence yet'
            ) : (
              <SmallControlChart
                id={`chart-${code}`}
                title={name}
                chart={chartOf(unit, figures)}
                decimals={DECIMALS[unit]}
              />
            ),
        },
        { header: 'Fresh', cell: (one) => <Fresh measure={one} /> },
      ]}
      rows={measures}
      empty={null}
    />
  )
}

function latestOf(
  { unit, figures }: ListedMeasure,
  words: (unit: ListedMeasure['unit'], figure: ListedMeasure['figures'][number]) => string,
): string {
  const latest = figures.at(-1)
  return latest === undefined ? '–' : words(unit, latest)
}

function Unknown({ measure }: { readonly measure: ListedMeasure }) {
  const latest = measure.figures.at(-1)
  return (
    <>
      {latestOf(measure, unknownWords)}
      {latest !== undefined && tooMuchUnknown(measure.unit, latest) && (
        <span class="fp-second">
          <StateTag state="too-few">too much to tell</StateTag>
        </span>
      )}
    </>
  )
}

function Fresh({ measure: { freshness } }: { readonly measure: ListedMeasure }) {
  if (freshness.computedAt === null) return <StateTag state="too-few">not computed yet</StateTag>
  return (
    <>
      {freshness.late === null ? 'as expected' : <StateTag state="slipping">late</StateTag>}
      <span class="fp-second">
        {freshness.late ??
          (freshness.sourceAt === null ? (
            'no rows yet'
          ) : (
            <>
              rows of <Time instant={freshness.sourceAt} />
            </>
          ))}
      </span>
    </>
  )
}
