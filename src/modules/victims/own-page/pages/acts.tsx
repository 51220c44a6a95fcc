import type { StaffRoute } from '#kernel/web/view.ts'
import { TextArea } from '#ui/forms/text-area.tsx'
import { WarningText } from '#ui/govuk/warning-text.tsx'
import { act } from '../../pages/act.tsx'
import { answerMessage } from '../commands/answer-message.ts'
import { takeBackLink } from '../commands/take-back-link.ts'

export const ownPageActRoutes: readonly StaffRoute[] = [
  ...act(
    {
      path: 'own-page-close',
      title: 'Close their own page?',
      lead: 'A link that waits is dead from now on, and whoever looks at their page is out at the next touch',
      submit: 'Close it',
      done: 'page-closed',
    },
    takeBackLink,
  ),
  ...act(
    {
      path: 'own-page-answer',
      title: 'Write to them',
      lead: 'They read it on their own page, where they come back to it with a new link. It meets nothing that is owed',
      submit: 'Send it',
      done: 'page-answered',
      fields: () => (
        <>
          <WarningText>
            No names, no address, nothing of the suspect. What must be told is told by a person: log that as a contact.
          </WarningText>
          <TextArea name="words" label="What you write" rows={5} />
        </>
      ),
    },
    answerMessage,
  ),
]
