import { ActionsTable } from '#kernel/records/pages/actions.tsx'
import { headActions, HeadDetails } from '#kernel/records/pages/head.tsx'
import { RecordTimeline } from '#kernel/records/pages/timeline.tsx'
import { STANDINGS } from '#kernel/victims-code/victim-rule.ts'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { WarningText } from '#ui/govuk/warning-text.tsx'
import { plural } from '#ui/words/numbers.ts'
import { victimHref, VICTIMS } from '../addresses.ts'
import { openVictim } from '../queries/open-victim.ts'
import type { VictimPageModel } from '../queries/victim-model.ts'
import { StaffPart } from '../own-page/pages/staff-part.tsx'
import { isReviewer, isWriter } from '../writers.ts'
import { Contacts, Events } from './parts/happened.tsx'
import { Over, Owed } from './parts/owed.tsx'
import { RightsUsed } from './parts/rights-used.tsx'
import { nameOf, Rights, Who, Wishes } from './parts/who.tsx'

export const victimPage = page({ path: `${VICTIMS}/:id`, query: openVictim, view: victimView })

const DONE = {
  added: 'Added: what is owed to them from now is below',
  logged: 'Contact logged',
  event: 'Logged: what is owed from it is open for every victim whom it is for',
  corrected: 'Corrected: what was owed from it is worked out anew',
  voided: 'Taken back: what was owed from it is cancelled',
  assessed: 'Assessed',
  wishes: 'Wishes kept',
  unsafe: 'Clocks that may wait are stopped, and the specialist is told',
  safe: 'Clocks run on',
  ended: 'Not followed any more',
  followed: 'Followed again: what happens from now on is owed to them',
  referred: 'Written down',
  feedback: 'What they said is kept',
  statement: 'Written down',
  offer: 'Written down',
  'review-asked': 'Written down: whether it is in scope is below, with every reason',
  acknowledged: 'Acknowledged',
  'review-taken': 'You review it',
  'review-decided': 'Finding saved: tell them',
  'review-told': 'Written down',
  complained: 'Written down: it is to be acknowledged or answered',
  answered: 'Written down',
  'page-closed': 'Their own page is closed',
  'page-answered': 'Sent: they read it on their own page',
  noted: 'Note added',
  changed: 'Changed',
  completed: 'Action completed',
  dropped: 'Action dropped',
  'handed-on': 'Handed on',
} as const

function victimView(model: VictimPageModel, context: PageContext): View {
  const { parts, detail, owed } = model
  const { head } = parts
  const works = head.closedAt === null && isWriter(context.reader.roles)
  const reviews = head.closedAt === null && isReviewer(context.reader.roles)
  const all = [head, ...parts.actions]
  return {
    section: 'investigate',
    title: nameOf(detail),
    lead: `${STANDINGS[detail.standing]}. ${head.title}. ${plural(owed.length, 'thing')} owed`,
    marking: all.some(({ marking }) => marking === 'OFFICIAL-SENSITIVE') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    back: { href: VICTIMS, text: 'Victims' },
    notice: doneNotice(context, DONE),
    actions: [...(works ? actsOn(model) : again(model, context)), ...headActions(head)],
    body: (
      <>
        {detail.noSafeContactSince !== null && (
          <WarningText>No safe way to reach them: {detail.noSafeContactReason}. Do not contact them.</WarningText>
        )}
        {model.rights.statementGap !== null && <WarningText>{model.rights.statementGap}</WarningText>}
        <CardGrid columns={3}>
          <Card title="Who">
            <Who model={model} />
          </Card>
          <Card title="Rights">
            <Rights model={model} />
          </Card>
          <Card title="How they wish to be reached">
            <Wishes detail={detail} />
          </Card>
        </CardGrid>
        <h2>Owed</h2>
        <Owed owed={owed} now={context.now} />
        <h2>Rights that they use</h2>
        <RightsUsed model={model} works={works} reviews={reviews} />
        <h2>Contacts</h2>
        <p class="govuk-body">{model.attempts}</p>
        <Contacts contacts={model.contacts} />
        <h2>What happened on the case</h2>
        <Events victim={head.id} events={model.events} works={works} />
        <h2>Their own page</h2>
        <StaffPart victim={head.id} own={model.ownPage} works={works} />
        <h2>Met, waived or cancelled</h2>
        <Over over={model.over} now={context.now} />
        <h2>Actions</h2>
        <ActionsTable actions={parts.actions} context={context} head={head} />
        <CardGrid columns="wide-narrow">
          <Card title="Timeline">
            <RecordTimeline
              head={head}
              timeline={parts.timeline}
              context={context}
              olderHref={(after) => `${victimHref(head.id)}?after=${after}`}
            />
          </Card>
          <Card title="This record">
            <HeadDetails head={head} />
          </Card>
        </CardGrid>
      </>
    ),
  }
}

/** Of whom is not followed any more. */
function again({ parts: { head } }: VictimPageModel, { reader }: PageContext) {
  if (head.closedAt === null || !isWriter(reader.roles)) return []
  return [{ text: 'Follow again', href: `${victimHref(head.id)}/follow-again` }]
}

/** What somebody who works with victims can do here, the most frequent first. */
function actsOn({ parts: { head }, detail }: VictimPageModel) {
  const acts = [
    ['Log a contact', 'contact'],
    ['Log what happened on the case', 'event'],
    [detail.assessedAt === null ? 'Assess what they need' : 'Assess again', 'assess'],
    ['Keep their wishes', 'wishes'],
    ['Referral to support', 'refer'],
    ['What do they think of the service?', 'feedback'],
    detail.noSafeContactSince === null ? ['No safe way to reach them', 'unsafe'] : ['Safe to reach again', 'safe'],
    ['Not followed any more', 'end'],
  ] as const
  return acts.map(([text, path]) => ({ text, href: `${victimHref(head.id)}/${path}` }))
}
