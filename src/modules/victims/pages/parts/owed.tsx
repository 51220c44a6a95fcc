import { DueTime, DutyState } from '#kernel/duties/time-cell.tsx'
import { Link } from '#kernel/web/parts/definition.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import type { OwedView } from '../../queries/victim-model.ts'

const dutyHref = (id: string) => `/work/duties/${id}`

/** What is owed by time left, each with what must be said when they are told. */
export function Owed({ owed, now }: { readonly owed: readonly OwedView[]; readonly now: Date }) {
  return (
    <DataTable
      caption="Owed"
      captionHidden
      rows={owed}
      empty={<EmptyState title="Nothing is owed now">What happens on the case opens what is owed from it.</EmptyState>}
      columns={[
        {
          header: 'What',
          cell: ({ id, what, code }) => (
            <>
              <Link href={dutyHref(id)}>{what}</Link>
              <span class="fp-second">{code}</span>
            </>
          ),
        },
        { header: 'State', phoneLabel: false, cell: (duty) => <DutyState duty={duty} now={now} /> },
        { header: 'Due', cell: ({ dueAt }) => <DueTime dueAt={dueAt} now={now} /> },
        { header: 'Owed by', cell: ({ owner, unit }) => [owner ?? 'nobody yet', unit].filter(Boolean).join(', ') },
        { header: 'What to say', cell: (one) => <WhatToSay of={one} /> },
      ]}
    />
  )
}

/** In the order of telling; nothing where it is no matter of telling. */
export function WhatToSay({ of: { say } }: { readonly of: OwedView }) {
  if (say.length === 0) return <>nothing to say: do it</>
  return (
    <ul class="govuk-list govuk-list--bullet">
      {say.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

/** What is over: how each ended, and when. */
export function Over({ over, now }: { readonly over: readonly OwedView[]; readonly now: Date }) {
  return (
    <DataTable
      caption="Over"
      captionHidden
      rows={over}
      empty={<EmptyState title="Nothing was met yet">What they were told stands here with its time.</EmptyState>}
      columns={[
        { header: 'What', cell: ({ id, what }) => <Link href={dutyHref(id)}>{what}</Link> },
        { header: 'State', phoneLabel: false, cell: (duty) => <DutyState duty={duty} now={now} /> },
        { header: 'Due', cell: ({ dueAt }) => <DueTime dueAt={dueAt} now={now} /> },
        { header: 'Ended', cell: ({ endedAt }) => <DueTime dueAt={endedAt} now={now} /> },
      ]}
    />
  )
}
