import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import type { Content } from '#ui/govuk/options.ts'
import type { Persona } from '../demonstration/personas.ts'

interface PersonaCardsProps {
  readonly personas: readonly Persona[]
  /** What makes one become the persona: a link or a button. */
  readonly act: (persona: Persona) => Content
}

/** The made-up people of the demonstration, each with what they would see. */
export function PersonaCards({ personas, act }: PersonaCardsProps) {
  if (personas.length === 0)
    return (
      <EmptyState title="Nobody to be yet">
        The demonstration force has not been made. Stop the server, run <code>npx frankpledge demo</code>, and start it
        again.
      </EmptyState>
    )
  return (
    <CardGrid columns={3}>
      {personas.map((persona) => (
        <Card title={persona.name} over={persona.post}>
          <p>{persona.sees}.</p>
          {act(persona)}
        </Card>
      ))}
    </CardGrid>
  )
}
