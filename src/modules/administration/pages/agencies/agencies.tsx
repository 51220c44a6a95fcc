import { listAgencies } from '#kernel/organisation/agency/list.ts'
import { AGENCY_KINDS, wordsFor } from '#kernel/organisation/words.ts'
import { page } from '#kernel/web/view.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { count } from '#ui/words/numbers.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { actionsFor, administers } from '../parts/may.ts'
import { termWords } from '../parts/terms.ts'
import { forAdministrators } from '../parts/restricted.ts'

export const agenciesPage = page({
  path: '/administration/agencies',
  query: forAdministrators(listAgencies),
  view: ({ agencies }, context) => ({
    section: 'administration',
    title: 'Which agencies work here?',
    lead: 'The force, and those who work with it',
    notice: doneNotice(context, { added: 'Agency added', changed: 'Agency saved', ended: 'Last day saved' }),
    actions: actionsFor(administers(context), { text: 'Add an agency', href: '/administration/agencies/new' }),
    body: (
      <DataTable
        caption="Agencies"
        captionHidden
        rows={agencies}
        empty={<EmptyState title="No agencies yet">Add the force first, then those who work with it.</EmptyState>}
        columns={[
          { header: 'Agency', cell: (agency) => agency.name },
          { header: 'Kind', cell: (agency) => wordsFor(AGENCY_KINDS, agency.kind) },
          { header: 'Units', align: 'number', cell: (agency) => count(agency.units) },
          { header: 'People', align: 'number', cell: (agency) => count(agency.people) },
          { header: 'Here', cell: (agency) => termWords(agency.validFrom, agency.validTo) },
          {
            header: 'To do',
            phoneLabel: false,
            cell: (agency) =>
              administers(context) && (
                <>
                  <Link href={`/administration/agencies/${agency.id}/change`}>
                    Change<span class="govuk-visually-hidden"> {agency.name}</span>
                  </Link>{' '}
                  <Link href={`/administration/agencies/${agency.id}/end`}>
                    End<span class="govuk-visually-hidden"> {agency.name}</span>
                  </Link>
                </>
              ),
          },
        ]}
      />
    ),
  }),
})
