import type { z } from 'zod'
import { formatMonth } from '#calculations/calendar/civil-month.ts'
import { MOST_COUNTED } from '#kernel/duties/count-open.ts'
import { DueTime, DutyState } from '#kernel/duties/time-cell.tsx'
import { PAGE_SIZE } from '#kernel/organisation/paging.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { count, plural } from '#ui/words/numbers.ts'
import { COMPLIANCE, COMPLIANCE_DUTIES } from '../addresses.ts'
import { READERS } from '../queries/model.ts'
import { HOW, listComplianceDuties } from '../queries/list-compliance-duties.ts'

type Model = z.output<typeof listComplianceDuties.output>

export const complianceDutiesPage = page({ path: COMPLIANCE_DUTIES, query: listComplianceDuties, view: dutiesView })

function dutiesView(model: Model, { url, now, reader }: PageContext): View {
  const { month, period, how, of, duties, total, page: at } = model
  const asked = Object.fromEntries(new URLSearchParams(url.split('?')[1] ?? ''))
  const when = month === null ? '' : `${period === 1 ? '' : `${period} months to `}${formatMonth(month)}`
  return {
    section: 'investigate',
    title: 'What is behind the number?',
    lead: [
      ...of,
      HOW[how],
      when,
      `${total >= MOST_COUNTED ? `${count(MOST_COUNTED)} duties or more` : plural(total, 'duty', 'duties')} that you may open`,
    ]
      .filter(Boolean)
      .join('. '),
    marking: duties.some(({ marking }) => marking === 'OFFICIAL-SENSITIVE') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    back: READERS.staff.some((role) => reader.roles.includes(role))
      ? { href: address(COMPLIANCE, { month, period }), text: 'The Victims’ Code' }
      : { href: '/effectiveness/measures', text: 'Measures' },
    body: (
      <>
        <DataTable
          caption="Duties"
          captionHidden
          rows={duties}
          empty={
            <EmptyState title="None that you may open">
              {month === null
                ? 'Open this list from a number of the page before.'
                : 'What lies beyond your reach is not listed.'}
            </EmptyState>
          }
          columns={[
            {
              header: 'What was owed',
              cell: ({ id, title, rule }) => (
                <>
                  <Link href={`/work/duties/${id}`}>{title}</Link>
                  <span class="fp-second">{rule}</span>
                </>
              ),
            },
            {
              header: 'About',
              nowrap: true,
              cell: ({ about }) => (about === null ? '' : <Reference href={about.href}>{about.reference}</Reference>),
            },
            { header: 'How it stands', cell: (duty) => <DutyState duty={duty} now={now} />, nowrap: true },
            { header: 'Due', cell: ({ dueAt }) => <DueTime dueAt={dueAt} now={now} />, nowrap: true },
            { header: 'Owed by', cell: ({ owner, unit }) => owner ?? unit ?? 'nobody yet' },
          ]}
        />
        <Pager
          page={at}
          pageSize={PAGE_SIZE}
          total={total}
          what={total >= MOST_COUNTED ? 'duties or more' : 'duties'}
          href={(to) => address(COMPLIANCE_DUTIES, { ...asked, page: to })}
        />
      </>
    ),
  }
}
