import { Button } from '#ui/govuk/button.tsx'
import { door, type Plain } from '../context.ts'

/** Before an act that asks for a recent proof of identity. */
export function confirmPage(name: string, back: string): Plain {
  return {
    title: 'Confirm that it is you',
    lead: 'Exports, merges, disposal and opening what is closed ask for a sign-in from the last five minutes.',
    body: (
      <>
        <Button href={door('/sign-in/start', back, { for: 'confirm' })}>Confirm as {name}</Button>
        <p>
          <a class="govuk-link" href={back}>
            Go back without it
          </a>
        </p>
      </>
    ),
  }
}
