import { dueWords, timeLeft } from '#kernel/duties/due-words.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { CardRows } from '#ui/blocks/card.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { answerHref, engagementHref, LOG } from '../../addresses.ts'
import type { EngagementView, OwedFeedback } from '../../queries/heard.ts'
import { ENGAGEMENT_KINDS, wordsFor } from '../../rules/lists.ts'
import { dayWords, heardWords, issueWords } from './words.ts'

/** What was heard lately, and from which groups. */
export function HeardTable({ heard, now }: { readonly heard: readonly EngagementView[]; readonly now: Date }) {
  return (
    <DataTable
      caption="Heard lately"
      captionHidden
      rows={heard}
      empty={
        <EmptyState title="Nothing heard yet">
          <Link href={LOG}>Log the first engagement</Link>: three taps and a minute.
        </EmptyState>
      }
      columns={[
        {
          header: 'Engagement',
          cell: ({ id, kind }) => <Link href={engagementHref(id)}>{wordsFor(ENGAGEMENT_KINDS, kind)}</Link>,
        },
        { header: 'When', cell: ({ happenedAt }) => dayWords(happenedAt, now), nowrap: true },
        { header: 'From whom', cell: ({ heard }) => heardWords(heard) },
        {
          header: 'What was raised',
          cell: ({ issues, words }) =>
            issues.length > 0 ? issues.map(issueWords).join('; ') : words === '' ? 'nothing written down' : words,
        },
        { header: 'By', cell: ({ by }) => by ?? '' },
      ]}
    />
  )
}

/** Answers that people wait for, the most urgent first. */
export function FeedbackRows({
  owed,
  now,
  writes,
}: {
  readonly owed: readonly OwedFeedback[]
  readonly now: Date
  readonly writes: boolean
}) {
  if (owed.length === 0)
    return (
      <EmptyState title="Nobody waits for an answer">
        What somebody raises and wants an answer to stands here until feedback was given.
      </EmptyState>
    )
  return (
    <CardRows
      rows={owed.map((one) => ({
        text: (
          <>
            <Link href={writes ? answerHref(one.id) : engagementHref(one.engagement)}>{issueWords(one)}</Link>, raised{' '}
            {dayWords(one.raisedAt, now)}
            {one.owner !== null && `, ${one.owner}`}
          </>
        ),
        note: <FeedbackDue dueAt={one.dueAt} now={now} />,
      }))}
    />
  )
}

function FeedbackDue({ dueAt, now }: { readonly dueAt: string | null; readonly now: Date }) {
  if (dueAt === null) return <StateTag state="too-few">owed</StateTag>
  const over = Date.parse(dueAt) < now.getTime()
  return (
    <StateTag state={over ? 'not-held' : 'too-few'}>
      <time datetime={dueAt} title={dueWords(dueAt, now)}>
        {timeLeft(dueAt, now)}
      </time>
    </StateTag>
  )
}
