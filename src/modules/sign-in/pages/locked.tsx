import type { KnownSession } from '#platform/access/sessions.ts'
import { Button } from '#ui/govuk/button.tsx'
import { Form } from '#ui/forms/form.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { door, type Plain } from '../context.ts'

interface LockedModel {
  readonly session: KnownSession
  readonly back: string
  readonly since: Date
}

export function lockedPage({ session, back, since }: LockedModel): Plain {
  return {
    title: 'This screen is locked',
    lead: (
      <>
        {session.name} is signed in; locked since <Time instant={since.toISOString()} form="time" />. What was typed is
        kept as a draft.
      </>
    ),
    body: (
      <>
        <Button href={door('/sign-in/start', back, { for: 'unlock' })}>Unlock as {session.name}</Button>
        <p>
          <a class="govuk-link" href={door('/switch', '/', { back })}>
            Somebody else needs this computer
          </a>
        </p>
        <Form action="/sign-out" csrf={session.csrfToken}>
          <Button classes="govuk-button--secondary">Sign {session.name} out</Button>
        </Form>
      </>
    ),
  }
}
