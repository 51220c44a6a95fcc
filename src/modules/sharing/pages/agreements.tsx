import type { Agreement } from '#kernel/sharing/agreements.ts'
import { CLASSES, GATEWAYS, PURPOSES } from '#kernel/sharing/lists.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { Definition } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { form, page, type StaffRoute } from '#kernel/web/view.ts'
import { CheckboxesField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { dayOf, shortDayWithYear } from '#ui/words/dates.ts'
import { agreementHref, AGREEMENTS, SHARING } from '../addresses.ts'
import {
  agreementActForm,
  agreementForm,
  endAgreement,
  makeAgreement,
  reviewAgreement,
} from '../commands/agreements.ts'
import { openAgreement } from '../queries/sharing.ts'
import { AGREE, may, SHARE } from '../writers.ts'
import { AgreementState } from './parts/agreement-state.tsx'
import { ClassesField, GatewayField, PurposesField } from './parts/fields.tsx'
import { SharesTable } from './parts/tables.tsx'

const DONE = {
  made: 'Agreement kept',
  reviewed: 'Review kept',
  ended: 'Agreement ended, and all that was shared under it',
} as const

const agreementPage = page({
  path: `${AGREEMENTS}/:id`,
  query: openAgreement,
  view: ({ agreement, shares }, context) => ({
    section: 'prevent',
    title: agreement.title,
    lead: 'An agreement on sharing: it says what kind of thing may be shared, and nothing of anybody',
    back: { href: SHARING, text: 'Sharing' },
    notice: doneNotice(context, DONE),
    ...(may(context.reader.roles, AGREE) && {
      actions: [
        ...(agreement.endedAt === null ? [{ text: 'Review it', href: `${agreementHref(agreement.id)}/review` }] : []),
        ...(agreement.inForce ? [{ text: 'End it', href: `${agreementHref(agreement.id)}/end` }] : []),
      ],
    }),
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
            ['Who reviews it', agreement.owner],
            ['Last reviewed', agreement.reviewedAt !== null && lastReview(agreement)],
            ['What was found', agreement.review],
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
          empty="Share a problem plan or a case from its own page."
        />
      </>
    ),
  }),
})

function lastReview({ reviewedAt, reviewedBy }: Agreement): string {
  return reviewedAt === null ? '' : `${shortDayWithYear(dayOf(reviewedAt))}, by ${reviewedBy ?? 'somebody'}`
}

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
  query: agreementActForm,
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

const reviewPage = page({
  path: `${AGREEMENTS}/:id/review`,
  query: agreementActForm,
  view: ({ agreement }, context) => ({
    section: 'prevent',
    title: 'Is this agreement still right?',
    lead: `${agreement.title}, in force until ${shortDayWithYear(agreement.untilOn)}`,
    back: { href: agreementHref(agreement.id), text: agreement.title },
    body: (
      <ActForm context={context} submit="Keep review" cancel={agreementHref(agreement.id)} version={agreement.version}>
        <TextArea
          name="words"
          label="What you found"
          hint="Whether it is used, whether less would do, and what follows"
          rows={3}
        />
        <DateField
          name="reviewOn"
          label="To be reviewed again on"
          hint="Within the agreement; leave it empty where it is not looked at again before it ends"
          optional
        />
      </ActForm>
    ),
  }),
})

export const agreementRoutes: readonly StaffRoute[] = [
  newPage,
  form({
    path: `${AGREEMENTS}/new`,
    command: makeAgreement,
    page: newPage,
    next: ({ id }) => `${agreementHref(id)}?done=made`,
  }),
  agreementPage,
  reviewPage,
  form({
    path: `${AGREEMENTS}/:id/review`,
    command: reviewAgreement,
    page: reviewPage,
    next: ({ id }) => `${agreementHref(id)}?done=reviewed`,
  }),
  endPage,
  form({
    path: `${AGREEMENTS}/:id/end`,
    command: endAgreement,
    page: endPage,
    next: ({ id }) => `${agreementHref(id)}?done=ended`,
  }),
]
