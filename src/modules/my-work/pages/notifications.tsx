import { form, page } from '#kernel/web/view.ts'
import { listNotifications } from '#kernel/notifications/list.ts'
import { seeNotifications } from '#kernel/notifications/see.ts'
import { noticeWords } from '#kernel/notifications/words.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { Form, HiddenField } from '#ui/forms/form.tsx'
import { FormActions } from '#ui/forms/form-actions.tsx'

const PATH = '/work/notifications'

/** What the reader was told of, newest first. */
export const notificationsPage = page({
  path: PATH,
  query: listNotifications,
  view: ({ notifications, next, until }, { csrf, key, url }) => ({
    section: 'work',
    title: 'What was I told?',
    lead: 'Newest first. What you may not open any more is not listed.',
    body: (
      <>
        {until !== null && (
          <Form action={PATH} csrf={csrf} idempotencyKey={key}>
            <HiddenField name="until" value={until} />
            <FormActions submit="Mark all as seen" />
          </Form>
        )}
        <DataTable
          caption="Notifications"
          captionHidden
          columns={[
            {
              header: 'About',
              cell: ({ about, href, seen }) => (
                <a class="govuk-link" href={href}>
                  {seen ? about : <strong>{about}</strong>}
                </a>
              ),
            },
            { header: 'What', cell: ({ event }) => noticeWords(event) },
            { header: 'When', cell: ({ at }) => <Time instant={at} />, nowrap: true },
            { header: 'Seen', cell: ({ seen }) => (seen ? 'seen' : 'not seen') },
          ]}
          rows={notifications}
          empty={
            <EmptyState title="Nothing yet">
              When something is due soon, overdue, handed on to you or shared with your agency, it is told here.
            </EmptyState>
          }
        />
        {(next !== null || url.includes('before=')) && (
          <nav class="govuk-button-group" aria-label="More notifications">
            {next !== null && (
              <a class="govuk-link" href={`${PATH}?before=${next}`} rel="next">
                Older notifications
              </a>
            )}
            {url.includes('before=') && (
              <a class="govuk-link" href={PATH}>
                Newest notifications
              </a>
            )}
          </nav>
        )}
      </>
    ),
  }),
})

export const seeNotificationsForm = form({
  path: PATH,
  command: seeNotifications,
  page: notificationsPage,
  next: () => PATH,
})
