import type { z } from 'zod'
import { MOST_COUNTED } from '#kernel/duties/count-open.ts'
import { DueTime, DutyState } from '#kernel/duties/time-cell.tsx'
import { noticeWords } from '#kernel/notifications/words.ts'
import { Card, CardRows } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { dayOf, daysLeft } from '#ui/words/dates.ts'
import { count, plural } from '#ui/words/numbers.ts'
import type { myWork } from '../queries/my-work.ts'

type Model = z.output<typeof myWork.output>

/** What this person owes, by time left: first of all. */
export function DutiesCard({ duties, owed, now }: Pick<Model, 'duties' | 'owed'> & { readonly now: Date }) {
  return (
    <Card title="What I owe" {...(owed.overdue > 0 && { state: 'not-held' })}>
      {duties.length > 0 && (
        <p>
          <strong>{words(owed.overdue)} overdue</strong>, {words(owed.today)} due today, {words(owed.week)} in the seven
          days after. <a href="/work/duties">All that I owe</a>
        </p>
      )}
      <DataTable
        caption="Duties by time left"
        captionHidden
        columns={[
          {
            header: 'What is owed',
            cell: ({ id, title }) => (
              <a class="govuk-link" href={`/work/duties/${id}`}>
                {title}
              </a>
            ),
          },
          ...(duties.some(({ about }) => about !== null) ? [ABOUT] : []),
          {
            header: 'Time left',
            phoneLabel: false,
            cell: (duty) => <DutyState duty={duty} now={now} />,
            nowrap: true,
          },
          { header: 'Due', cell: ({ dueAt }) => <DueTime dueAt={dueAt} now={now} />, nowrap: true },
        ]}
        rows={duties}
        empty={
          <EmptyState title="Nothing is owed by you">
            What must be done by a time stands here, the most urgent first. See also{' '}
            <a href="/work/duties?of=team">what your team owes</a>.
          </EmptyState>
        }
      />
    </Card>
  )
}

const ABOUT = {
  header: 'About',
  nowrap: true,
  cell: ({ about }: Model['duties'][number]) =>
    about === null ? '' : <Reference href={about.href}>{about.reference}</Reference>,
}

function words(number: number): string {
  return number >= MOST_COUNTED ? `${count(MOST_COUNTED)} or more` : count(number)
}

/** What is to be done in plans, by them or their units. */
export function ActionsCard({ actions, now }: Pick<Model, 'actions'> & { readonly now: Date }) {
  const { shown, total } = actions
  return (
    <Card title="Actions">
      {shown.length === 0 ? (
        <EmptyState title="No actions">What you or your team must do in a plan stands here, by its day.</EmptyState>
      ) : (
        <CardRows
          rows={shown.map(({ id, title, record, dueOn }) => ({
            text: (
              <>
                <a class="govuk-link" href={`/actions/${id}/complete`}>
                  {title}
                </a>{' '}
                {record?.reference}
              </>
            ),
            note: dueOn === null ? 'no day set' : daysLeft(dueOn, dayOf(now.toISOString())),
          }))}
        />
      )}
      {total > shown.length && <p>{plural(total - shown.length, 'more action', 'more actions')} after these.</p>}
    </Card>
  )
}

/** What they were told of and have not seen. */
export function NotificationsCard({ notifications }: Pick<Model, 'notifications'>) {
  return (
    <Card title="Told and not seen">
      {notifications.length === 0 ? (
        <EmptyState title="Nothing new">
          <a href="/work/notifications">All notifications</a>
        </EmptyState>
      ) : (
        <>
          <CardRows
            rows={notifications.map(({ about, event, href, at }) => ({
              text: (
                <>
                  <a class="govuk-link" href={href}>
                    {about}
                  </a>{' '}
                  {noticeWords(event).toLowerCase()}
                </>
              ),
              note: <Time instant={at} />,
            }))}
          />
          <p>
            <a href="/work/notifications">All notifications</a>
          </p>
        </>
      )}
    </Card>
  )
}
