import type { LivePosting } from '#platform/access/identities.ts'
import type { KnownSession } from '#platform/access/sessions.ts'
import { Button } from '#ui/govuk/button.tsx'
import { Form, HiddenField } from '#ui/forms/form.tsx'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import type { Plain } from '../context.ts'

interface PostingsModel {
  readonly session: KnownSession
  readonly postings: readonly LivePosting[]
  readonly back: string
  /** Nothing that is theirs was chosen. */
  readonly missing: boolean
}

/** In which posting somebody acts: it decides what they may open and do. */
export function postingsPage({ session, postings, back, missing }: PostingsModel): Plain {
  const errors = missing ? { posting: 'Choose one of your postings' } : {}
  return {
    title: 'In which posting are you working?',
    lead: 'It decides what you may open. You can change it at any time.',
    ...(missing && { status: 400, errors }),
    body: (
      <Form
        action="/postings"
        csrf={session.csrfToken}
        errors={errors}
        values={{ posting: String(session.posting ?? '') }}
      >
        <HiddenField name="back" value={back} />
        <RadiosField
          name="posting"
          label="Your postings today"
          choices={postings.map((posting) => ({ value: String(posting.id), text: posting.title, hint: posting.unit }))}
        />
        <Button>Work in this posting</Button>
      </Form>
    ),
  }
}
