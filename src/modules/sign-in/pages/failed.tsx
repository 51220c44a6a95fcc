import type { AttemptPurpose } from '#platform/access/attempts.ts'
import type { SignInFault } from '#platform/access/open-id.ts'
import { Button } from '#ui/govuk/button.tsx'
import { door, type Plain } from '../context.ts'

type Fault = SignInFault | 'no-attempt'

const WORDS = {
  'no-attempt': {
    title: 'That sign-in is over',
    lead: 'It took longer than ten minutes, was finished already, or was begun in another browser.',
    status: 400,
  },
  'provider-refused': {
    title: 'You were not signed in',
    lead: 'Your force’s sign-in was cancelled, or it did not accept you.',
    status: 403,
  },
  'answer-not-good': {
    title: 'You were not signed in',
    lead: 'The answer of your force’s sign-in could not be trusted, so it was not used.',
    status: 403,
  },
  'provider-unreachable': {
    title: 'Your force’s sign-in cannot be reached',
    lead: 'Nothing was lost. Wait a moment and try again; if it goes on, tell the service desk.',
    status: 503,
  },
} as const satisfies Record<Fault, { title: string; lead: string; status: number }>

const AGAIN = {
  'sign-in': '/sign-in',
  switch: '/sign-in',
  unlock: '/locked',
  confirm: '/confirm',
} as const satisfies Record<AttemptPurpose, string>

export function failedPage(fault: Fault, purpose: AttemptPurpose, back: string): Plain {
  return { ...WORDS[fault], body: <Button href={door(AGAIN[purpose], back)}>Try again</Button> }
}
