import type { z } from 'zod'
import { ActionsTable } from '#kernel/records/pages/actions.tsx'
import { headActions, HeadDetails } from '#kernel/records/pages/head.tsx'
import { RecordTimeline } from '#kernel/records/pages/timeline.tsx'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { DONE_ON_RECORD } from '#kernel/web/parts/record-done.ts'
import { form, page, type StaffRoute, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { dayOf, shortDayWithYear } from '#ui/words/dates.ts'
import { answerHref, communityHref, engagementHref, ENGAGEMENTS, PATCH } from '../addresses.ts'
import { answerIssue } from '../commands/answer-issue.ts'
import { openEngagement } from '../queries/engagement.ts'
import { answerForm } from '../queries/issue.ts'
import { ANSWER_WAY_NAMES, ANSWER_WAYS, ENGAGEMENT_KINDS, wordsFor } from '../rules/lists.ts'
import { writes } from '../writers.ts'
import { heardWords, issueWords, NO_NAMES } from './parts/words.ts'

type Model = z.output<typeof openEngagement.output>

const DONE = { ...DONE_ON_RECORD, logged: 'Engagement logged', answered: 'Feedback saved' } as const

const engagementPage = page({ path: `${ENGAGEMENTS}/:id`, query: openEngagement, view: engagementView })

function engagementView({ engagement, head, actions, timeline }: Model, context: PageContext): View {
  const place = head.area === null ? null : { href: communityHref(head.area), text: head.areaName ?? 'The community' }
  return {
    section: 'prevent',
    title: wordsFor(ENGAGEMENT_KINDS, engagement.kind),
    lead: (
      <>
        {head.reference}, <Time instant={engagement.happenedAt} now={context.now} />
      </>
    ),
    marking: head.marking,
    back: place ?? { href: PATCH, text: 'My patch' },
    notice: doneNotice(context, DONE),
    actions: headActions(head),
    body: (
      <>
        <CardGrid columns={2}>
          <Card title="What was heard">
            <Definition
              of={[
                ['From whom', heardWords(engagement.heard)],
                ['About how many', engagement.reached === null ? null : String(engagement.reached)],
                ['Words', engagement.words],
                ['Logged by', engagement.by],
              ]}
            />
          </Card>
          <Card title="Record">
            <HeadDetails head={head} />
          </Card>
        </CardGrid>
        <h2>What was raised</h2>
        <IssuesTable engagement={engagement} may={writes(context.reader.roles)} />
        <h2>Actions</h2>
        <ActionsTable actions={actions} context={context} head={head} />
        <h2>Timeline</h2>
        <RecordTimeline
          head={head}
          timeline={timeline}
          context={context}
          olderHref={(after) => `${engagementHref(engagement.id)}?after=${after}`}
        />
      </>
    ),
  }
}

function IssuesTable({ engagement, may }: { readonly engagement: Model['engagement']; readonly may: boolean }) {
  return (
    <DataTable
      caption="What was raised"
      captionHidden
      rows={engagement.issues}
      empty={
        <EmptyState title="Nothing was raised">What people raise next time can be added when it is logged.</EmptyState>
      }
      columns={[
        { header: 'Raised', cell: issueWords },
        {
          header: 'Answer',
          phoneLabel: false,
          cell: ({ wantsAnswer, answeredAt }) =>
            !wantsAnswer ? (
              'none asked for'
            ) : answeredAt === null ? (
              <StateTag state="slipping">owed</StateTag>
            ) : (
              <StateTag state="holding">given {shortDayWithYear(dayOf(answeredAt))}</StateTag>
            ),
        },
        {
          header: 'What was said',
          cell: ({ answer, answeredHow }) =>
            answer === null ? '' : `${wordsFor(ANSWER_WAYS, answeredHow ?? '')}: ${answer}`,
        },
        {
          header: 'Do',
          phoneLabel: false,
          cell: ({ id, wantsAnswer, answeredAt }) =>
            may && wantsAnswer && answeredAt === null ? (
              <Link href={answerHref(id)}>Say that it was answered</Link>
            ) : (
              ''
            ),
        },
      ]}
    />
  )
}

const answerPage = page({
  path: '/prevent/issues/:id/answer',
  query: answerForm,
  view: (issue, context) => {
    const back = engagementHref(issue.engagement.id)
    return {
      section: 'prevent',
      title: 'What did you tell them?',
      lead: issueWords(issue),
      marking: issue.engagement.marking,
      back: { href: back, text: issue.engagement.reference },
      islands: ['autosave'],
      body: (
        <ActForm context={context} submit="Feedback was given" cancel={back} version={issue.engagement.version} drafts>
          <RadiosField
            name="how"
            label="How was it given?"
            hint="Only what reached them counts: that somebody tried does not"
            choices={ANSWER_WAY_NAMES.map((value) => ({ value, text: ANSWER_WAYS[value] }))}
          />
          <TextArea name="answer" label="What you said" hint={NO_NAMES} rows={4} />
        </ActForm>
      ),
    }
  },
  draft: ({ id }) => answerHref(String(id)),
})

export const engagementRoutes: readonly StaffRoute[] = [
  engagementPage,
  answerPage,
  form({
    path: '/prevent/issues/:id/answer',
    command: answerIssue,
    page: answerPage,
    draft: ({ id }) => answerHref(String(id)),
    next: ({ engagement }) => `${engagementHref(engagement)}?done=answered`,
  }),
]
