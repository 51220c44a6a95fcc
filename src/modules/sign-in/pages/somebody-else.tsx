import type { Attempt } from '#platform/access/attempts.ts'
import { Button } from '#ui/govuk/button.tsx'
import { door, type Plain } from '../context.ts'

/** Somebody proved who they are, and it is not who this screen belongs to. */
export function somebodyElsePage(name: string, { purpose, returnTo }: Attempt): Plain {
  const again = purpose === 'confirm' ? '/confirm' : '/locked'
  return {
    title: `This is the screen of ${name}`,
    lead: 'You signed in as somebody else, so nothing was opened. The attempt is in the audit.',
    status: 403,
    body: (
      <>
        <Button href={door(again, returnTo)}>Try again as {name}</Button>
        <p>
          <a class="govuk-link" href={door('/switch', '/', { back: returnTo })}>
            Let somebody else use this computer
          </a>
        </p>
      </>
    ),
  }
}
