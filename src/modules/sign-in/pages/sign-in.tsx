import { Button } from '#ui/govuk/button.tsx'
import { InsetText } from '#ui/govuk/inset-text.tsx'
import { door, type Plain } from '../context.ts'
import type { Persona } from '../demonstration/personas.ts'
import { PersonaCards } from './persona-cards.tsx'

interface SignInModel {
  readonly back: string
  /** Somebody else has just locked their screen for this person. */
  readonly takeover: boolean
  /** Those whose work waits in this browser. */
  readonly parked: readonly string[]
  /** Null outside a demonstration. */
  readonly personas: readonly Persona[] | null
  readonly force: string
  /** An identity provider was set up. */
  readonly ready: boolean
}

export function signInPage(model: SignInModel): Plain {
  const waiting = model.parked.length > 0 && (
    <InsetText>
      Locked here, with nothing lost: {model.parked.join(', ')}. Whoever signs in again comes back to their own page and
      drafts.
    </InsetText>
  )
  if (!model.ready) return notReady
  if (model.personas === null)
    return {
      title: model.takeover ? 'Who is taking over?' : 'Sign in',
      lead: `With your ${model.force} account.`,
      body: (
        <>
          {waiting}
          <Button href={startHref(model)} isStartButton>
            Sign in
          </Button>
          <p>What you open here is recorded, with who you are and why.</p>
        </>
      ),
    }
  return {
    title: 'Who would you like to be?',
    wide: true,
    lead: 'Choose somebody and you are signed in as them: there are no passwords here, since nobody is real.',
    body: (
      <>
        {waiting}
        <PersonaCards
          personas={model.personas}
          act={(persona) => (
            <Button href={startHref(model, persona.subject)}>
              Be {persona.name} <span class="govuk-visually-hidden">, {persona.post}</span>
            </Button>
          )}
        />
      </>
    ),
  }
}

function startHref({ back, takeover }: SignInModel, persona?: string): string {
  return door('/sign-in/start', back, {
    ...(takeover && { for: 'switch' }),
    ...(persona !== undefined && { persona }),
  })
}

const notReady: Plain = {
  title: 'Nobody can sign in yet',
  lead: 'This installation does not know your force’s identity provider.',
  body: (
    <p>
      Whoever runs it sets <code>OIDC_ISSUER</code>, <code>OIDC_CLIENT_ID</code> and <code>OIDC_CLIENT_SECRET</code>,
      and starts it again.
    </p>
  ),
  status: 503,
}
