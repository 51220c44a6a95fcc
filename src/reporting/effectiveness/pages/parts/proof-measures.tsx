import { formatMonth } from '#calculations/calendar/civil-month.ts'
import { DECIMALS, valueWords } from '#kernel/measures/words.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { chartOf } from '#modules/measures/index.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { SmallControlChart } from '#ui/charts/control-chart-small.tsx'
import type { MeasureLine } from '../../facts/measure-lines.ts'
import { figureParts } from '../../packs/pack-words.ts'
import type { FrozenFigure } from '../../prove/show-proof.ts'
import { drawHref } from '../../addresses.ts'
import type { ProofModel } from '../prove.tsx'
import { latestWords } from './question-parts.tsx'

/** Each measure with everything that is counted for it, and where rows are drawn from it. */
export function ProofMeasures({ model: { questions, frozen, visit } }: { readonly model: ProofModel }) {
  const measures = [
    ...new Map(questions.flatMap((question) => question.measures).map((measure) => [measure.code, measure])).values(),
  ]
  const frozenOf = (measure: MeasureLine): FrozenFigure | undefined =>
    frozen.find(({ measure: code, version }) => code === measure.code && version === measure.version)
  return (
    <DataTable
      caption="What is measured, and how"
      rows={measures}
      columns={[
        {
          header: 'Measure',
          cell: ({ code, version, name, definition }) => (
            <>
              {name}
              <span class="fp-second">
                {code}, version {version}. {definition}
              </span>
            </>
          ),
        },
        {
          header: 'How it is counted',
          cell: ({ numerator, denominator, unknown }) => (
            <dl class="fp-pairs">
              <dt>Above</dt>
              <dd>{numerator}</dd>
              <dt>Below</dt>
              <dd>{denominator ?? 'nothing: it is a count'}</dd>
              <dt>Unknown</dt>
              <dd>{unknown}</dd>
            </dl>
          ),
        },
        {
          header: 'Latest',
          cell: (measure) => <Latest measure={measure} frozen={frozenOf(measure)} visiting={visit !== null} />,
        },
        {
          header: 'Month by month',
          phoneLabel: false,
          cell: ({ code, name, unit, figures }) =>
            figures.length === 0 ? (
              'no evidence yet'
            ) : (
              <SmallControlChart
                id={`proof-${code}`}
                title={name}
                chart={chartOf(unit, figures)}
                decimals={DECIMALS[unit]}
              />
            ),
        },
        {
          header: 'Draw rows',
          cell: ({ code, name, sampled, figures }) =>
            sampled && figures.length > 0 ? (
              <Link href={drawHref(code)}>
                Draw a sample<span class="govuk-visually-hidden"> of {name}</span>
              </Link>
            ) : (
              <span class="fp-soft">its rows cannot be drawn from</span>
            ),
        },
      ]}
      empty={
        <>
          <h2 class="fp-table__caption">What is measured, and how</h2>
          <EmptyState title="No measure speaks to these questions yet">
            <p>Nothing here is claimed to be measured. Choose another framework above to see what is.</p>
          </EmptyState>
        </>
      }
    />
  )
}

interface LatestProps {
  readonly measure: MeasureLine
  readonly frozen: FrozenFigure | undefined
  readonly visiting: boolean
}

function Latest({ measure, frozen, visiting }: LatestProps) {
  const last = measure.figures.at(-1)
  if (frozen !== undefined)
    return (
      <>
        <strong>{frozen.value === null ? 'no value' : valueWords(measure.unit, frozen.value)}</strong>
        <span class="fp-second">
          {formatMonth(frozen.month)}, frozen: {figureParts(frozen)}
        </span>
        {last !== undefined && (last.month !== frozen.month || last.value !== frozen.value) && (
          <span class="fp-second">
            Computed since: {latestWords(measure)}, {formatMonth(last.month)}
          </span>
        )}
      </>
    )
  return (
    <>
      <strong>{latestWords(measure)}</strong>
      {last !== undefined && (
        <span class="fp-second">
          {formatMonth(last.month)}
          {visiting && ', not frozen'}: {figureParts(last)}
        </span>
      )}
    </>
  )
}
