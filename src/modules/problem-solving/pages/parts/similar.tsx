import { Link } from '#kernel/web/parts/definition.tsx'
import { Card } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { shortDayWithYear } from '#ui/words/dates.ts'
import { problemHref } from '../../addresses.ts'
import type { SimilarPlan } from '../../queries/similar-plans.ts'
import { OUTCOMES, VERDICTS } from '../../reference/lists.ts'
import { HeldTag } from './states.tsx'

/** Closed plans of anywhere in the force that are like this one: what was learnt, how they ended, whether that held. */
export function SolvedBefore({ similar }: { readonly similar: readonly SimilarPlan[] }) {
  return (
    <Card title="Who solved this before?">
      <DataTable
        caption="Closed plans like this one"
        captionHidden
        rows={similar}
        empty={
          <EmptyState title="Nobody whom you may read about">
            When a plan like this is closed anywhere in the force, what it taught stands here.
          </EmptyState>
        }
        columns={[
          {
            header: 'Plan',
            cell: ({ title, plan, reference, areaName, closedOn }) => (
              <>
                {plan === null ? title : <Link href={problemHref(plan)}>{title}</Link>}
                <span class="fp-second">
                  {areaName}, closed {shortDayWithYear(closedOn)} · <Reference>{reference}</Reference>
                </span>
              </>
            ),
          },
          { header: 'What was learnt', cell: ({ words }) => words },
          {
            header: 'How it ended',
            cell: ({ outcome, verdict }) => (
              <>
                {OUTCOMES[outcome]}
                {verdict !== null && <span class="fp-second">Counts: {VERDICTS[verdict]}</span>}
              </>
            ),
          },
          { header: 'Did it hold?', phoneLabel: false, cell: ({ held }) => <HeldTag held={held} /> },
          {
            header: 'Alike in',
            cell: ({ alike, sharedTactics }) => [...alike.slice(0, 4), ...sharedTactics].join(', '),
          },
        ]}
      />
    </Card>
  )
}
