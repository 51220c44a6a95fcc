import { GATEWAYS } from '#kernel/sharing/lists.ts'
import type { Agreement } from '#kernel/sharing/agreements.ts'
import { SHARING_RULES } from '#kernel/sharing/rules/rules.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { RulesList } from '#kernel/web/parts/rules-list.tsx'
import { page, type StaffRoute } from '#kernel/web/view.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { shortDayWithYear } from '#ui/words/dates.ts'
import { agreementHref, AGREEMENTS, SHARING } from '../addresses.ts'
import { showSharing } from '../queries/sharing.ts'
import { AGREE, may, REVIEW, SHARE } from '../writers.ts'
import { AgreementState } from './parts/agreement-state.tsx'
import { RequestsTable, SharesTable } from './parts/tables.tsx'

const sharingPage = page({
  path: SHARING,
  query: showSharing,
  view: ({ agreements, toReview, toAnswer, asked }, { now, reader }) => ({
    section: 'prevent',
    title: 'What do we share, and with whom?',
    lead: 'Agreements are open to the whole force; what is shared under them, to those who may open its records',
    ...(may(reader.roles, AGREE) && { actions: [{ text: 'New agreement', href: `${AGREEMENTS}/new` }] }),
    body: (
      <>
        {toReview.length > 0 && (
          <>
            <h2>Shared in an emergency, to be reviewed</h2>
            <SharesTable
              caption="Shared in an emergency, to be reviewed"
              shares={toReview}
              withRecord
              ends={may(reader.roles, SHARE)}
              reviews={may(reader.roles, REVIEW)}
              empty="Nothing waits."
            />
          </>
        )}
        <h2>Partners ask us</h2>
        <RequestsTable
          caption="Partners ask us"
          requests={toAnswer}
          now={now}
          side="force"
          replies={may(reader.roles, SHARE)}
          withRecord
          empty="A question of a partner about what is shared with it stands here until it is answered."
        />
        <h2>We ask partners</h2>
        <RequestsTable
          caption="We ask partners"
          requests={asked}
          now={now}
          side="force"
          replies={false}
          withRecord
          empty="Ask a partner from the page of what is shared with it."
        />
        <h2>Agreements</h2>
        <AgreementsTable agreements={agreements} />
        <RulesList rules={SHARING_RULES} />
      </>
    ),
  }),
})

function AgreementsTable({ agreements }: { readonly agreements: readonly Agreement[] }) {
  return (
    <DataTable
      caption="Agreements"
      captionHidden
      rows={agreements}
      empty={
        <EmptyState title="No agreements yet">
          Nothing can be shared until a commander keeps an agreement here, except in an emergency.
        </EmptyState>
      }
      columns={[
        { header: 'Agreement', cell: (one) => <Link href={agreementHref(one.id)}>{one.title}</Link> },
        { header: 'With', cell: ({ agencies }) => agencies.map(({ name }) => name).join(', ') },
        { header: 'Gateway', cell: ({ gateway }) => GATEWAYS[gateway] },
        { header: 'Review', nowrap: true, cell: ({ reviewOn }) => shortDayWithYear(reviewOn) },
        { header: 'Until', nowrap: true, cell: ({ untilOn }) => shortDayWithYear(untilOn) },
        { header: 'State', phoneLabel: false, cell: (one) => <AgreementState agreement={one} /> },
      ]}
    />
  )
}

export const sharingRoutes: readonly StaffRoute[] = [sharingPage]
