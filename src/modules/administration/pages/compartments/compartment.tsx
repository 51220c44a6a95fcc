import { openCompartment } from '#kernel/organisation/compartment/open.ts'
import { page } from '#kernel/web/view.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { actionsFor, keepsCompartments } from '../parts/may.ts'
import { termWords } from '../parts/terms.ts'

const DONE = {
  made: 'Compartment made, with you inside. You reach it from your next page on',
  'let-in': 'Let in',
  'taken-out': 'Taken out, at once',
  'handed-over': 'Handed over',
  'taken-over': 'Taken over: you are its custodian now',
}

export const compartmentPage = page({
  path: '/administration/compartments/:id',
  query: openCompartment,
  view: ({ compartment, members }, context) => {
    const path = `/administration/compartments/${compartment.id}`
    const mine = compartment.custodian === context.reader.account
    return {
      section: 'administration',
      title: compartment.name,
      lead: `Custodian: ${compartment.custodianName}`,
      marking: 'OFFICIAL-SENSITIVE',
      back: { href: '/administration/compartments', text: 'Compartments' },
      notice: doneNotice(context, DONE),
      actions: actionsFor(
        keepsCompartments(context),
        ...(mine
          ? [
              { text: 'Let somebody in', href: `${path}/let-in` },
              { text: 'Hand it over', href: `${path}/hand-over` },
            ]
          : [{ text: 'Take it over', href: `${path}/take-over` }]),
      ),
      body: (
        <DataTable
          caption="Who is and was inside"
          rows={members}
          empty={<EmptyState title="Not open to you">Only those inside and the custodian see who is in it.</EmptyState>}
          columns={[
            { header: 'Person', cell: (member) => <Link href={`/colleagues/${member.account}`}>{member.name}</Link> },
            { header: 'Number', cell: (member) => <Reference>{member.number ?? 'none'}</Reference> },
            { header: 'Inside', cell: (member) => (member.inside ? 'yes' : 'no longer') },
            { header: 'When', cell: (member) => whenWords(member) },
            {
              header: 'Why',
              cell: (member) =>
                member.endsReason === null ? member.reason : `${member.reason}. Out: ${member.endsReason}`,
            },
            {
              header: 'To do',
              phoneLabel: false,
              cell: (member) =>
                mine &&
                member.inside &&
                member.account !== compartment.custodian && (
                  <Link href={`${path}/members/${member.account}/take-out`}>
                    Take out<span class="govuk-visually-hidden"> {member.name}</span>
                  </Link>
                ),
            },
          ]}
        />
      ),
    }
  },
})

function whenWords({ starts, ends }: { readonly starts: string; readonly ends: string | null }): string {
  return ends !== null && ends < starts ? 'in and out on one day' : termWords(starts, ends)
}
