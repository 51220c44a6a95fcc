import { Button } from '#ui/govuk/button.tsx'
import type { Plain } from '../context.ts'

export function signedOutPage(): Plain {
  return {
    title: 'You are signed out',
    lead: 'Your drafts are kept for the next time.',
    body: (
      <>
        <p>On a shared computer, close the browser as well: your force’s own sign-in may still remember you.</p>
        <Button href="/sign-in">Sign in again</Button>
      </>
    ),
  }
}
