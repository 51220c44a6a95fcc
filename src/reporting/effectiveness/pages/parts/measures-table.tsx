import { formatMonth } from '#calculations/calendar/civil-month.ts'
import { DECIMALS } from '#kernel/measures/words.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { chartOf, measureHref } from '#modules/measures/index.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { SmallControlChart } from '#ui/charts/control-chart-small.tsx'
import type { MeasureLine } from '../../facts/measure-lines.ts'
import { figureParts } from '../../packs/pack-words.ts'
import { latestWords } from './question-parts.tsx'

/** The measures that speak to a question: the latest figure with its parts, and the rows behind it. */
export function MeasuresTable({ measures }: { readonly measures: readonly MeasureLine[] }) {
  return (
    <DataTable
      caption="Measures"
      rows={measures}
      columns={[
        {
          header: 'Measure',
          cell: ({ code, name, version }) => (
            <>
              <Link href={measureHref(code)}>{name}</Link>
              <span class="fp-second">
                {code}, version {version}
              </span>
            </>
          ),
        },
        {
          header: 'Latest',
          align: 'number',
          nowrap: true,
          cell: (measure) => <strong>{latestWords(measure)}</strong>,
        },
        {
          header: 'Counted',
          cell: ({ figures, rowsAt }) => {
            const last = figures.at(-1)
            if (last === undefined) return 'no evidence yet'
            return (
              <>
                {rowsAt === null ? figureParts(last) : <Link href={rowsAt}>{figureParts(last)}</Link>}
                <span class="fp-second">{formatMonth(last.month)}</span>
              </>
            )
          },
        },
        {
          header: 'Month by month',
          phoneLabel: false,
          cell: ({ code, name, unit, figures }) =>
            figures.length === 0 ? (
              'no evidence yet'
            ) : (
              <SmallControlChart
                id={`measure-${code}`}
                title={name}
                chart={chartOf(unit, figures)}
                decimals={DECIMALS[unit]}
              />
            ),
        },
        {
          header: 'Fresh',
          cell: ({ late }) =>
            late === null ? (
              'as expected'
            ) : (
              <>
                <StateTag state="slipping">late</StateTag>
                <span class="fp-second">{late}</span>
              </>
            ),
        },
      ]}
      empty={
        <>
          <h2 class="fp-table__caption">Measures</h2>
          <EmptyState title="No measure speaks to this question yet">
            <p>
              Measures come with the modules that do the work. Until then nothing here is shown as holding. See{' '}
              <Link href="/effectiveness/measures">what is measured</Link>.
            </p>
          </EmptyState>
        </>
      }
    />
  )
}
