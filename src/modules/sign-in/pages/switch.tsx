import type { KnownSession } from '#platform/access/sessions.ts'
import { Button } from '#ui/govuk/button.tsx'
import { Form, HiddenField } from '#ui/forms/form.tsx'
import { door, type Plain } from '../context.ts'

/** Another person wants this terminal for a while. */
export function switchPage(session: KnownSession, back: string): Plain {
  const stay = session.state === 'locked' ? door('/locked', back) : back
  return {
    title: 'Does somebody else need this computer?',
    lead: `${session.name} is locked, not signed out: the page and drafts wait until they sign in here again.`,
    body: (
      <>
        <Form action="/switch" csrf={session.csrfToken}>
          <HiddenField name="back" value={back} />
          <Button>Lock {session.name} and let somebody else sign in</Button>
        </Form>
        <p>
          <a class="govuk-link" href={stay}>
            Stay as {session.name}
          </a>
        </p>
      </>
    ),
  }
}
