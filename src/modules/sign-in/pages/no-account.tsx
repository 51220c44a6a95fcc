import { Button } from '#ui/govuk/button.tsx'
import type { Plain } from '../context.ts'

export type NoAccountReason = 'unknown' | 'left' | 'no-posting'

const WORDS = {
  unknown: {
    title: 'You have no account here',
    lead: 'Your force’s sign-in knows you, but nobody has added you to Frankpledge.',
    next: 'Ask your supervisor to have you added, with your collar or staff number.',
  },
  left: {
    title: 'Your account is closed',
    lead: 'Your record here says that you have left.',
    next: 'If that is wrong, or you have come back, ask your supervisor to have the account opened again.',
  },
  'no-posting': {
    title: 'You have no posting today',
    lead: 'Your account is here, but no posting of yours is in force, so there is nothing that you may open.',
    next: 'Ask your supervisor or an administrator for a posting, with the day on which it starts. If you visit for an inspection, ask whoever invited you: a visit opens and ends to the minute.',
  },
} as const satisfies Record<NoAccountReason, { title: string; lead: string; next: string }>

/** Somebody whom the provider vouches for and who cannot come in. */
export function noAccountPage(reason: NoAccountReason): Plain {
  const { title, lead, next } = WORDS[reason]
  return {
    title,
    lead,
    status: 403,
    body: (
      <>
        <p>{next}</p>
        <Button href="/sign-in" classes="govuk-button--secondary">
          Sign in as somebody else
        </Button>
      </>
    ),
  }
}
