import { listCompartments } from '#kernel/organisation/compartment/list.ts'
import { page } from '#kernel/web/view.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Link } from '#kernel/web/parts/definition.tsx'
import { actionsFor, keepsCompartments } from '../parts/may.ts'

export const compartmentsPage = page({
  path: '/administration/compartments',
  query: listCompartments,
  view: ({ compartments }, context) => ({
    section: 'administration',
    title: 'Which compartments do I know of?',
    lead: 'Lists of people outside which nobody sees what is inside, nor that it is there',
    marking: 'OFFICIAL-SENSITIVE',
    actions: actionsFor(keepsCompartments(context), {
      text: 'Make a compartment',
      href: '/administration/compartments/new',
    }),
    body: (
      <DataTable
        caption="Compartments"
        captionHidden
        rows={compartments}
        empty={
          <EmptyState title="None that you are in">
            A records custodian makes compartments and lets people in. There may be others that you are not told of.
          </EmptyState>
        }
        columns={[
          {
            header: 'Compartment',
            cell: (one) => <Link href={`/administration/compartments/${one.id}`}>{one.name}</Link>,
          },
          {
            header: 'Custodian',
            cell: (one) => (one.custodianLeft ? `${one.custodianName}, who has left` : one.custodianName),
          },
          { header: 'You', cell: (one) => (one.inside ? 'inside' : 'outside') },
          {
            header: 'Outsiders',
            cell: (one) => (one.existenceShows ? 'may know that there is something' : 'are told nothing'),
          },
        ]}
      />
    ),
  }),
})
