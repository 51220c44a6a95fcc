import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { HiddenField } from '#ui/forms/form.tsx'
import { quietly, type Frame } from './frame.tsx'

/**
 * The door: the same for every link. Its form goes to the address that it stands at, so that nothing of the link is in it; what was
 * typed does not come back.
 */
export function doorView(
  frame: Frame,
  { csrf, refused }: { readonly csrf: string; readonly refused: boolean },
): string {
  const { door } = frame.words
  return quietly(frame, {
    heading: door.heading,
    error: refused ? { text: door.refused, field: 'code' } : undefined,
    children: (
      <>
        <p class="govuk-body">{door.lead}</p>
        <form method="post" noValidate>
          <HiddenField name="_csrf" value={csrf} />
          <Input
            id="code"
            name="code"
            label={{ text: door.code, classes: 'govuk-label--m' }}
            hint={{ text: door.hint }}
            classes="govuk-input--width-10 govuk-input--extra-letter-spacing"
            inputmode="numeric"
            autocomplete="off"
            spellcheck={false}
          />
          <Button>{door.submit}</Button>
        </form>
      </>
    ),
  })
}

/** There is no session, or it is over. */
export function overView(frame: Frame): string {
  const { over } = frame.words
  return quietly(frame, {
    heading: over.heading,
    children: (
      <>
        <p class="govuk-body">{over.lead}</p>
        <p class="govuk-body">{over.next}</p>
      </>
    ),
  })
}

/** Something went wrong, or too much came from one address. */
export function brokenView(frame: Frame): string {
  const { broken } = frame.words
  return quietly(frame, { heading: broken.heading, children: <p class="govuk-body">{broken.lead}</p> })
}
