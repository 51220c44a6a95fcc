import { myWork } from '../queries/my-work.ts'
import { page } from '#kernel/web/view.ts'
import { Card, CardGrid, CardRows } from '#ui/blocks/card.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { ActionsCard, DutiesCard, NotificationsCard } from './owed.tsx'
import { dayWithYear } from '#ui/words/dates.ts'

const STATES: Readonly<Record<string, string>> = {
  waiting: 'waiting',
  running: 'under way',
  done: 'done',
  failed: 'failed: look at why',
  cancelled: 'cancelled',
}

/** Home: what waits for this person. `titleOf` says what a draft is of, by its key. */
export const myWorkPage = (titleOf: (key: string) => string | null) =>
  page({
    path: '/',
    query: myWork,
    // A visiting inspector and a partner have no work here, and begin with what they came for.
    elsewhere: ({ roles, principal }) => {
      if (principal === 'partner') return '/partner'
      return roles.includes('visiting-inspector') ? '/effectiveness/prove' : null
    },
    view: ({ duties, owed, actions, notifications, drafts, jobs, postings }, { now }) => ({
      section: 'work',
      title: 'What needs me now?',
      lead: (
        <>
          As it stands at <Time instant={now.toISOString()} form="time and day" />
        </>
      ),
      body: (
        <>
          <CardGrid columns="wide-narrow">
            <DutiesCard duties={duties} owed={owed} now={now} />
            <NotificationsCard notifications={notifications} />
          </CardGrid>
          <CardGrid columns={4}>
            <ActionsCard actions={actions} now={now} />
            <Card title="Not sent yet">
              {drafts.length === 0 ? (
                <EmptyState title="No drafts">What you type in a form is kept here until you send it.</EmptyState>
              ) : (
                <CardRows
                  rows={drafts.map((draft) => ({
                    text: (
                      <a class="govuk-link" href={draft.key}>
                        {titleOf(draft.key) ?? 'A form that is no longer here'}
                      </a>
                    ),
                    note: <Time instant={draft.savedAt} />,
                  }))}
                />
              )}
            </Card>
            <Card title="Background work">
              {jobs.length === 0 ? (
                <EmptyState title="Nothing under way">
                  Imports and other long work that you start can be followed here.
                </EmptyState>
              ) : (
                <CardRows
                  rows={jobs.map((job) => ({
                    text: (
                      <a class="govuk-link" href={`/administration/jobs/${job.id}`}>
                        {job.title}
                      </a>
                    ),
                    note: STATES[job.state] ?? job.state,
                  }))}
                />
              )}
            </Card>
            <Card title="Your postings">
              <CardRows
                rows={postings.map((posting) => ({
                  text: `${posting.title}, ${posting.unit}`,
                  note: posting.ends === null ? 'no end set' : `to ${dayWithYear(posting.ends)}`,
                }))}
              />
            </Card>
          </CardGrid>
        </>
      ),
    }),
  })
