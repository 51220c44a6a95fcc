import { Button } from '#ui/govuk/button.tsx'
import type { Plain } from '../context.ts'
import type { Persona } from '../demonstration/personas.ts'
import { PersonaCards } from './persona-cards.tsx'

interface ChooseModel {
  readonly action: string
  readonly personas: readonly Persona[]
  /** Whom the screen belongs to, when it asks for proof. */
  readonly expected: Persona | undefined
}

/** The demonstration's own provider asks who somebody is; in a force, the identity provider asks instead. */
export function choosePage({ action, personas, expected }: ChooseModel): Plain {
  const first = personas.toSorted((a, b) => Number(b === expected) - Number(a === expected))
  return {
    title: 'Who would you like to be?',
    wide: true,
    lead:
      expected === undefined
        ? 'In a force, its own sign-in asks here. In the demonstration, choose somebody.'
        : `In a force, its own sign-in asks here for proof. The screen belongs to ${expected.name}.`,
    body: (
      <form action={action} method="post">
        <PersonaCards
          personas={first}
          act={(persona) => (
            <Button
              name="persona"
              value={persona.subject}
              classes={persona === expected || expected === undefined ? '' : 'govuk-button--secondary'}
            >
              Be {persona.name}
            </Button>
          )}
        />
      </form>
    ),
  }
}
