import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { plural } from '#ui/words/numbers.ts'
import { findingHref } from '../../addresses.ts'
import type { FindingView } from '../../queries/open-finding.ts'
import { DIRECTIONS } from '../../rules/fnd07-linked-measure.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { MeasureTag } from './states.tsx'

type Linked = FindingView['measures'][number]

/** What shows that it is met: each measure with its target, how long it must hold, and how it stands. */
export function LinkedMeasures({ finding, may }: { readonly finding: FindingView; readonly may: boolean }) {
  const here = findingHref(finding.id)
  return (
    <DataTable
      caption="Linked measures"
      captionHidden
      rows={finding.measures}
      empty={
        <EmptyState title="Not yet measurable: no measure is linked">
          {may && (
            <>
              <Link href={`${here}/link`}>Link a measure</Link> with its target, or{' '}
              <Link href={`${here}/unmeasurable`}>say why it cannot be measured yet</Link>.
            </>
          )}
        </EmptyState>
      }
      columns={[
        {
          header: 'Measure',
          cell: ({ code, name }) => <Link href={`/effectiveness/measures/${code}`}>{name}</Link>,
        },
        { header: 'Target', nowrap: true, cell: targetWords },
        {
          header: 'How it stands',
          phoneLabel: false,
          cell: ({ state, words }) => (
            <>
              <MeasureTag state={state} />
              <span class="fp-second">{words}</span>
            </>
          ),
        },
        ...(may
          ? [
              {
                header: 'Change',
                cell: ({ code, name }: Linked) => (
                  <Link href={`${here}/unlink?measure=${code}`}>
                    Take off<span class="govuk-visually-hidden"> {name}</span>
                  </Link>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function targetWords({ direction, target, holdMonths }: Linked): string {
  return `${DIRECTIONS[direction]} ${target}, for ${plural(holdMonths, 'month')}`
}
