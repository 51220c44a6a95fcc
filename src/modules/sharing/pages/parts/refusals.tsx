import { PURPOSES } from '#kernel/sharing/lists.ts'
import type { Refusal } from '#kernel/sharing/refusals.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { dayOf, shortDayWithYear } from '#ui/words/dates.ts'

/** What was asked to be shared and refused, in the words in which it was. */
export function RefusalsTable({ refusals }: { readonly refusals: readonly Refusal[] }) {
  return (
    <DataTable
      caption="Refused"
      captionHidden
      rows={refusals}
      empty={
        <EmptyState title="Nothing was refused">A share that a rule refuses is kept here, with the reason.</EmptyState>
      }
      columns={[
        { header: 'With', cell: ({ agencyName }) => agencyName },
        { header: 'Why it was refused', cell: ({ reason, rule }) => `${reason} (${rule})` },
        { header: 'Purpose', cell: ({ purpose }) => PURPOSES[purpose] },
        { header: 'Asked by', cell: ({ askedBy }) => askedBy },
        { header: 'On', nowrap: true, cell: ({ refusedAt }) => shortDayWithYear(dayOf(refusedAt)) },
      ]}
    />
  )
}
