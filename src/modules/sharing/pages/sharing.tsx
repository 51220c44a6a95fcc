import { CLASSES, GATEWAYS, PURPOSES } from '#kernel/sharing/lists.ts'
import type { Agreement } from '#kernel/sharing/agreements.ts'
import { SHARING_RULES } from '#kernel/sharing/rules/rules.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { RulesList } from '#kernel/web/parts/rules-list.tsx'
import { form, page, type StaffRoute } from '#kernel/web/view.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { CheckboxesField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { dayOf, shortDayWithYear } from '#ui/words/dates.ts'
import { agreementHref, AGREEMENTS, SHARING } from '../addresses.ts'
import { agreementForm, endAgreement, endAgreementForm, makeAgreement } from '../commands/agreements.ts'
import { openAgreement, showSharing } from '../queries/sharing.ts'
import { AGREE, may, REVIEW, SHARE } from '../writers.ts'
import { ClassesField, GatewayField, PurposesField } from './parts/fields.tsx'
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

function AgreementState({ agreement }: { readonly agreement: Agreement }) {
  if (agreement.inForce) return <StateTag state="holding">in force</StateTag>
  return <StateTag state="not-held">{agreement.endedAt === null ? 'not in force' : 'ended'}</StateTag>
}

const DONE = { made: 'Agreement kept', ended: 'Agreement ended, and all that was shared under it' } as const

const agreementPage = page({
  path: `${AGREEMENTS}/:id`,
  query: openAgreement,
  view: ({ agreement, shares }, context) => ({
    section: 'prevent',
    title: agreement.title,
    lead: 'An agreement on sharing: it says what kind of thing may be shared, and nothing of anybody',
    back: { href: SHARING, text: 'Sharing' },
    notice: doneNotice(context, DONE),
    ...(may(context.reader.roles, AGREE) &&
      agreement.inForce && { actions: [{ text: 'End it', href: `${agreementHref(agreement.id)}/end` }] }),
    body: (
      <>
        <Definition
          of={[
            ['State', <AgreementState agreement={agreement} />],
            ['With', agreement.agencies.map(({ name }) => name).join(', ')],
            ['Lawful gateway', GATEWAYS[agreement.gateway]],
            ['Purposes', agreement.purposes.map((name) => <div>{PURPOSES[name]}</div>)],
            ['May be opened', agreement.classes.map((name) => <div>{CLASSES[name]}</div>)],
            ['From', shortDayWithYear(agreement.fromOn)],
            ['Until', shortDayWithYear(agreement.untilOn)],
            ['Review', shortDayWithYear(agreement.reviewOn)],
            ['Ended', agreement.endedAt !== null && shortDayWithYear(dayOf(agreement.endedAt))],
            ['Why it ended', agreement.endedReason],
          ]}
        />
        <h2>Shared under it, as far as you may see</h2>
        <SharesTable
          caption="Shared under it"
          shares={shares}
          withRecord
          ends={may(context.reader.roles, SHARE)}
          reviews={false}
          empty="Share a problem plan from its own page."
        />
      </>
    ),
  }),
})

const newPage = page({
  path: `${AGREEMENTS}/new`,
  query: agreementForm,
  view: ({ agencies }, context) => ({
    section: 'prevent',
    title: 'What was agreed on sharing?',
    lead: 'Kept here once it is signed: the document itself stays with information management',
    back: { href: SHARING, text: 'Sharing' },
    body: (
      <ActForm context={context} submit="Keep agreement" cancel={SHARING}>
        <TextField name="title" label="What it is called" />
        <CheckboxesField
          name="agencies"
          label="With"
          choices={agencies.map(({ id, name }) => ({ value: String(id), text: name }))}
        />
        <GatewayField />
        <PurposesField />
        <ClassesField label="What may be opened" />
        <DateField name="fromOn" label="First day" />
        <DateField name="untilOn" label="Last day" />
        <DateField name="reviewOn" label="To be reviewed on" />
      </ActForm>
    ),
  }),
})

const endPage = page({
  path: `${AGREEMENTS}/:id/end`,
  query: endAgreementForm,
  view: ({ agreement }, context) => ({
    section: 'prevent',
    title: 'End this agreement?',
    lead: `${agreement.title}. All that is shared under it ends at once`,
    back: { href: agreementHref(agreement.id), text: agreement.title },
    body: (
      <ActForm
        context={context}
        submit="End agreement"
        cancel={agreementHref(agreement.id)}
        version={agreement.version}
        warning
      >
        <TextArea name="reason" label="Reason" rows={2} />
      </ActForm>
    ),
  }),
})

export const sharingRoutes: readonly StaffRoute[] = [
  sharingPage,
  newPage,
  form({
    path: `${AGREEMENTS}/new`,
    command: makeAgreement,
    page: newPage,
    next: ({ id }) => `${agreementHref(id)}?done=made`,
  }),
  agreementPage,
  endPage,
  form({
    path: `${AGREEMENTS}/:id/end`,
    command: endAgreement,
    page: endPage,
    next: ({ id }) => `${agreementHref(id)}?done=ended`,
  }),
]
