import { CLASSES, GATEWAYS, PURPOSES } from '#kernel/sharing/lists.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { form, page, type StaffRoute } from '#kernel/web/view.ts'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { keysOf } from '#platform/edge.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { dayOf, shortDayWithYear } from '#ui/words/dates.ts'
import { PARTNER, partnerShareHref, requestHref, REQUESTS, sharedRecordHref } from '../addresses.ts'
import { finishAction } from '../commands/finish-action.ts'
import { askForce, reply } from '../commands/requests.ts'
import type { PartnerAction } from '../queries/partner-actions.ts'
import { openPartnerShare, partnerActionForm, showPartner } from '../queries/partner.ts'
import type { PartnerShare } from '../queries/partner-shares.ts'
import { replyForm } from '../queries/sharing.ts'
import { PurposeField } from './parts/fields.tsx'
import { RequestState, RequestsTable } from './parts/tables.tsx'

const DONE = {
  finished: 'Done: the police see what came of it',
  asked: 'Asked: the answer is due in ten working days',
  replied: 'Reply sent',
} as const

const home = page({
  path: PARTNER,
  query: showPartner,
  view: ({ shares, actions, requests }, context) => ({
    section: 'work',
    title: 'What needs your agency now?',
    lead: 'What the police share with your agency, and nothing else; everything you open here is logged',
    notice: doneNotice(context, DONE),
    body: (
      <>
        <h2>Your actions</h2>
        <ActionsTable actions={actions} now={context.now} withRecord />
        <h2>Questions to you</h2>
        <RequestsTable
          caption="Questions to you"
          requests={requests.filter(({ askedOf }) => askedOf === 'agency')}
          now={context.now}
          side="agency"
          replies
          withRecord
          empty="The police ask nothing of your agency now."
        />
        <h2>What is shared with you</h2>
        <SharedTable shares={shares} />
        <h2>Your questions to the police</h2>
        <RequestsTable
          caption="Your questions to the police"
          requests={requests.filter(({ askedOf }) => askedOf === 'force')}
          now={context.now}
          side="agency"
          replies={false}
          withRecord
          empty="Ask from the page of what is shared with you."
        />
      </>
    ),
  }),
})

function SharedTable({ shares }: { readonly shares: readonly PartnerShare[] }) {
  return (
    <DataTable
      caption="What is shared with you"
      captionHidden
      rows={shares}
      empty={<EmptyState title="Nothing is shared now">What the police share with your agency stands here.</EmptyState>}
      columns={[
        {
          header: 'What',
          cell: ({ id, reference, title }) => <Link href={partnerShareHref(id)}>{`${reference} ${title}`}</Link>,
        },
        { header: 'What for', cell: ({ purpose }) => PURPOSES[purpose] },
        { header: 'Since', nowrap: true, cell: ({ sharedAt }) => shortDayWithYear(dayOf(sharedAt)) },
        { header: 'Until', nowrap: true, cell: ({ untilOn }) => shortDayWithYear(untilOn) },
      ]}
    />
  )
}

interface ActionsProps {
  readonly actions: readonly PartnerAction[]
  readonly now: Date
  readonly withRecord?: boolean
}

function ActionsTable({ actions, now, withRecord = false }: ActionsProps) {
  return (
    <DataTable
      caption="Your actions"
      captionHidden
      rows={actions}
      empty={
        <EmptyState title="Nothing to do">An action that your agency took on stands here until it is done.</EmptyState>
      }
      columns={[
        {
          header: 'Action',
          cell: (one) => (
            <>
              {one.doneAt === null ? <Link href={`${PARTNER}/actions/${one.id}/finish`}>{one.title}</Link> : one.title}
              {one.outcome !== null && <span class="fp-second">{one.outcome}</span>}
            </>
          ),
        },
        ...(withRecord
          ? [
              {
                header: 'In',
                cell: (one: PartnerAction) => (
                  <Link href={partnerShareHref(one.share)}>{`${one.reference} ${one.recordTitle}`}</Link>
                ),
              },
            ]
          : []),
        { header: 'Due', nowrap: true, cell: ({ dueOn }) => (dueOn === null ? 'no day set' : shortDayWithYear(dueOn)) },
        { header: 'State', phoneLabel: false, cell: (one) => <ActionState action={one} now={now} /> },
      ]}
    />
  )
}

function ActionState({ action, now }: { readonly action: PartnerAction; readonly now: Date }) {
  if (action.doneAt !== null) return <StateTag state="holding">done</StateTag>
  const over = action.dueOn !== null && action.dueOn < londonDateAt(now)
  return <StateTag state={over ? 'not-held' : 'too-few'}>{over ? 'over its day' : 'to do'}</StateTag>
}

const sharePage = page({
  path: `${PARTNER}/shares/:id`,
  query: openPartnerShare,
  view: ({ share, actions, requests }, context) => ({
    section: 'work',
    title: share.title,
    lead: `${share.reference}, as it stood when the police shared it on ${shortDayWithYear(dayOf(share.sharedAt))}`,
    back: { href: PARTNER, text: 'All that is shared with you' },
    notice: doneNotice(context, DONE),
    actions: [{ text: 'Ask the police', href: `${partnerShareHref(share.id)}/ask` }],
    body: (
      <>
        <CardGrid columns={2}>
          {keysOf(CLASSES).map((name) => {
            const parts = share.parts.filter((part) => part.class === name)
            if (parts.length === 0) return null
            return (
              <Card title={CLASSES[name]}>
                <Definition of={parts.map(({ label, words }) => [label, words] as const)} />
              </Card>
            )
          })}
        </CardGrid>
        <h2>Your actions in it</h2>
        <ActionsTable actions={actions} now={context.now} />
        <h2>Questions</h2>
        <RequestsTable
          caption="Questions"
          requests={requests}
          now={context.now}
          side="agency"
          replies
          empty="Nobody has asked anything yet."
        />
        <h2>Why you may see it</h2>
        <Definition
          of={[
            ['Purpose', PURPOSES[share.purpose]],
            ['Lawful gateway', GATEWAYS[share.gateway]],
            ['Until', shortDayWithYear(share.untilOn)],
          ]}
        />
      </>
    ),
  }),
})

const finishPage = page({
  path: `${PARTNER}/actions/:id/finish`,
  query: partnerActionForm,
  view: ({ action }, context) => ({
    section: 'work',
    title: 'Is this done?',
    lead: `${action.title}, in ${action.reference} ${action.recordTitle}`,
    back: { href: PARTNER, text: 'All that is shared with you' },
    body: (
      <ActForm context={context} submit="It is done" cancel={PARTNER} version={action.version}>
        <TextArea name="outcome" label="What came of it" hint="The police see this" rows={3} />
      </ActForm>
    ),
  }),
})

const askPage = page({
  path: `${PARTNER}/shares/:id/ask`,
  query: openPartnerShare,
  view: ({ share }, context) => ({
    section: 'work',
    title: 'What do you need to know?',
    lead: `About ${share.reference} ${share.title}`,
    back: { href: partnerShareHref(share.id), text: share.title },
    body: (
      <ActForm context={context} submit="Ask the police" cancel={partnerShareHref(share.id)}>
        <TextArea name="question" label="Question" rows={3} />
        <PurposeField />
      </ActForm>
    ),
  }),
})

/** The same page for both sides: each replies to what it was asked. */
const replyPage = page({
  path: `${REQUESTS}/:id/reply`,
  query: replyForm,
  view: ({ request }, context) => {
    const partner = context.reader.principal === 'partner'
    const back = partner ? PARTNER : sharedRecordHref(request.kind, request.record)
    const mine = request.state === 'open' && request.askedOf === (partner ? 'agency' : 'force')
    return {
      section: partner ? 'work' : 'prevent',
      title: request.question,
      lead: `Asked on ${request.reference} ${request.title}. ${PURPOSES[request.purpose]}`,
      back: { href: back, text: partner ? 'All that is shared with you' : 'What is shared of it' },
      body: (
        <>
          <Definition
            of={[
              ['Due', shortDayWithYear(dayOf(request.dueAt))],
              ['State', <RequestState request={request} now={context.now} />],
              ['Reply', request.reply],
            ]}
          />
          {mine && (
            <ActForm context={context} submit="Send reply" cancel={back} version={request.version}>
              <RadiosField
                name="verdict"
                label="Do you answer it?"
                choices={[
                  { value: 'answered', text: 'Yes' },
                  { value: 'refused', text: 'No, and here is why' },
                ]}
              />
              <TextArea name="words" label="Your answer, or why you refuse" hint="The other side sees this" rows={4} />
            </ActForm>
          )}
        </>
      ),
    }
  },
})

export const partnerRoutes: readonly StaffRoute[] = [
  home,
  sharePage,
  finishPage,
  form({
    path: `${PARTNER}/actions/:id/finish`,
    command: finishAction,
    page: finishPage,
    next: () => `${PARTNER}?done=finished`,
  }),
  askPage,
  form({
    path: `${PARTNER}/shares/:id/ask`,
    command: askForce,
    page: askPage,
    next: (_output, params) => `${partnerShareHref(String(params['id']))}?done=asked`,
  }),
  replyPage,
  form({
    path: `${REQUESTS}/:id/reply`,
    command: reply,
    page: replyPage,
    // Each side goes on where the question is answered for: the page itself sends a partner home.
    next: ({ id }) => requestHref(id),
  }),
]
