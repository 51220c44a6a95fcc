import type { z } from 'zod'
import type { ComponentChildren } from 'preact'
import { CLASSES, PURPOSES } from '#kernel/sharing/lists.ts'
import type { Share } from '#kernel/sharing/shares.ts'
import { recordHref } from '#kernel/records/record.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { Definition } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { form, page, type StaffRoute } from '#kernel/web/view.ts'
import { Alert } from '#ui/moj/alert.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { dayOf, shortDayWithYear } from '#ui/words/dates.ts'
import { sharedRecordHref, SHARED_RECORDS, SHARES } from '../addresses.ts'
import { askAgency } from '../commands/requests.ts'
import { endShare, reviewShare, shareInEmergency, shareRecord } from '../commands/share.ts'
import { openSharedRecord, shareActForm, shareForm } from '../queries/sharing.ts'
import { may, REVIEW, SHARE } from '../writers.ts'
import { AgencyField, ClassesField, GatewayField, PurposeField } from './parts/fields.tsx'
import { RefusalsTable } from './parts/refusals.tsx'
import { RequestsTable, SharesTable } from './parts/tables.tsx'

const DONE = {
  shared: 'Shared: the agency sees it now',
  emergency: 'Shared in an emergency: somebody else reviews it by the end of the next working day',
  ended: 'Ended: the agency sees it no longer',
  reviewed: 'Review kept',
  asked: 'Asked: the answer is due in ten working days',
  replied: 'Reply sent',
} as const

const recordPage = page({
  path: `${SHARED_RECORDS}/:kind/:id`,
  query: openSharedRecord,
  view: ({ head, shares, refusals, requests }, context) => {
    const shares_ = may(context.reader.roles, SHARE)
    const act = (text: string, path: string) => ({ text, href: `${sharedRecordHref(head.kind, head.id)}/${path}` })
    const refused = context.done === 'refused' ? refusals[0] : undefined
    return {
      section: 'prevent',
      title: `Who sees ${head.reference} besides us?`,
      lead: head.title,
      marking: head.marking,
      back: { href: recordHref(head.kind, head.id), text: head.title },
      notice:
        refused === undefined ? (
          doneNotice(context, DONE)
        ) : (
          <Alert variant="warning" role="alert" title={`Not shared with ${refused.agencyName}. ${refused.reason}`} />
        ),
      ...(shares_ && {
        actions: [act('Share it', 'share'), act('Ask an agency', 'ask'), act('Share in an emergency', 'emergency')],
      }),
      body: (
        <>
          <h2>Shared</h2>
          <SharesTable
            caption="Shared"
            shares={shares}
            ends={shares_}
            reviews={may(context.reader.roles, REVIEW)}
            empty="No other agency sees anything of this. Share the parts that a partner needs, under an agreement."
          />
          <h2>Questions</h2>
          <RequestsTable
            caption="Questions"
            requests={requests}
            now={context.now}
            side="force"
            replies={shares_}
            empty="An agency that something is shared with can be asked, and can ask."
          />
          <h2>Refused</h2>
          <RefusalsTable refusals={refusals} />
        </>
      ),
    }
  },
})

type Form = z.output<typeof shareForm.output>

interface Act {
  readonly path: 'share' | 'emergency' | 'ask'
  readonly title: string
  readonly submit: string
  readonly lead: string
  readonly warning?: boolean
  readonly fields: (model: Form) => ComponentChildren
}

function actPage({ path, title, submit, lead, warning, fields }: Act) {
  return page({
    path: `${SHARED_RECORDS}/:kind/:id/${path}`,
    query: shareForm,
    view: (model, context) => ({
      section: 'prevent',
      title,
      lead: `${model.head.reference} ${model.head.title}. ${lead}`,
      marking: model.head.marking,
      back: { href: sharedRecordHref(model.head.kind, model.head.id), text: 'What is shared of it' },
      body: (
        <ActForm
          context={context}
          submit={submit}
          cancel={sharedRecordHref(model.head.kind, model.head.id)}
          {...(warning === true && { warning })}
        >
          {fields(model)}
        </ActForm>
      ),
    }),
  })
}

function Opened({ parts }: Pick<Form, 'parts'>) {
  return (
    <>
      <h2 class="govuk-heading-s">As it stands now</h2>
      <DataTable
        caption="As it stands now"
        captionHidden
        rows={parts}
        empty={<EmptyState title="Nothing is written yet">Only its title would be opened.</EmptyState>}
        columns={[
          { header: 'Part', cell: ({ label }) => label },
          { header: 'Words', cell: ({ words }) => words },
          { header: 'Opened with', cell: (part) => CLASSES[part.class] },
        ]}
      />
    </>
  )
}

const sharePage = actPage({
  path: 'share',
  title: 'Share with which agency, and why may it be?',
  submit: 'Share',
  lead: 'The agency sees its title, and the parts that you open as they stand now. Their own actions in it are open with it',
  fields: ({ head, agencies, agreements, parts }) => (
    <>
      <AgencyField agencies={agencies} />
      <SelectField
        name="agreement"
        label="Agreement"
        hint="Without one in force it is refused, and that is kept"
        placeholder="None"
        optional
        options={agreements.map((one) => ({
          value: one.id,
          text: `${one.title}: ${one.agencies.map(({ name }) => name).join(', ')}`,
        }))}
      />
      <GatewayField />
      <PurposeField />
      <ClassesField label="What is opened" kind={head.kind} />
      <DateField name="untilOn" label="Last day" hint="Within a year, and no later than the agreement" />
      <Opened parts={parts} />
    </>
  ),
})

const emergencyPage = actPage({
  path: 'emergency',
  title: 'Share without an agreement, in an emergency?',
  submit: 'Share now',
  lead: 'Somebody else reviews it by the end of the next working day',
  warning: true,
  fields: ({ head, agencies, parts }) => (
    <>
      <AgencyField agencies={agencies} />
      <GatewayField />
      <PurposeField />
      <ClassesField label="What is opened" kind={head.kind} />
      <DateField name="untilOn" label="Last day" hint="Within seven days" />
      <TextArea name="reason" label="Why it cannot wait" rows={3} />
      <Opened parts={parts} />
    </>
  ),
})

const askPage = actPage({
  path: 'ask',
  title: 'Ask an agency for information?',
  submit: 'Ask',
  lead: 'The answer is due in ten working days. Only an agency that something is shared with can be asked',
  fields: ({ agencies }) => (
    <>
      <AgencyField agencies={agencies} />
      <TextArea name="question" label="Question" hint="Ask for what is needed, and no more" rows={3} />
      <PurposeField />
    </>
  ),
})

function shareAct(path: 'end' | 'review', title: string, submit: string, field: ComponentChildren) {
  return page({
    path: `${SHARES}/:id/${path}`,
    query: shareActForm,
    view: ({ share }, context) => ({
      section: 'prevent',
      title,
      lead: `${share.reference} ${share.title}, with ${share.agency.name}`,
      back: { href: sharedRecordHref(share.kind, share.record), text: 'What is shared of it' },
      body: (
        <>
          <Details share={share} />
          <ActForm
            context={context}
            submit={submit}
            cancel={sharedRecordHref(share.kind, share.record)}
            version={share.version}
          >
            {field}
          </ActForm>
        </>
      ),
    }),
  })
}

function Details({ share }: { readonly share: Share }) {
  return (
    <Definition
      of={[
        ['Shared by', share.sharedBy.name],
        ['On', shortDayWithYear(dayOf(share.sharedAt))],
        ['Purpose', PURPOSES[share.purpose]],
        ['Why it could not wait', share.emergencyReason],
        ['Opened', share.classes.map((name) => <div>{CLASSES[name]}</div>)],
        ['Until', shortDayWithYear(share.untilOn)],
      ]}
    />
  )
}

const endPage = shareAct('end', 'End this share?', 'End share', <TextArea name="reason" label="Reason" rows={2} />)
const reviewPage = shareAct(
  'review',
  'Was it right to share this?',
  'Keep review',
  <TextArea name="words" label="What you found, and what follows" rows={3} />,
)

/** A refusal was kept, and is told on the page of the record. */
const afterShare =
  (done: keyof typeof DONE) =>
  ({ kind, record, share }: { readonly kind: string; readonly record: string; readonly share: string | null }) =>
    `${sharedRecordHref(kind, record)}?done=${share === null ? 'refused' : done}`

export const sharedRecordRoutes: readonly StaffRoute[] = [
  recordPage,
  sharePage,
  form({
    path: `${SHARED_RECORDS}/:kind/:id/share`,
    command: shareRecord,
    page: sharePage,
    next: afterShare('shared'),
  }),
  emergencyPage,
  form({
    path: `${SHARED_RECORDS}/:kind/:id/emergency`,
    command: shareInEmergency,
    page: emergencyPage,
    next: afterShare('emergency'),
  }),
  askPage,
  form({
    path: `${SHARED_RECORDS}/:kind/:id/ask`,
    command: askAgency,
    page: askPage,
    next: ({ kind, record }) => `${sharedRecordHref(kind, record)}?done=asked`,
  }),
  endPage,
  form({
    path: `${SHARES}/:id/end`,
    command: endShare,
    page: endPage,
    next: ({ kind, record }) => `${sharedRecordHref(kind, record)}?done=ended`,
  }),
  reviewPage,
  form({
    path: `${SHARES}/:id/review`,
    command: reviewShare,
    page: reviewPage,
    next: ({ kind, record }) => `${sharedRecordHref(kind, record)}?done=reviewed`,
  }),
]
