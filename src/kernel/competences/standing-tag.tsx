import { STANDINGS, type Stands } from './rules/trn02-standing.ts'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { shortDayWithYear } from '#ui/words/dates.ts'

const STATES = {
  current: 'holding',
  lapsing: 'slipping',
  lapsed: 'not-held',
  never: 'too-few',
} as const satisfies Record<Stands['standing'], string>

interface StandingTagProps {
  readonly stands: { readonly standing: Stands['standing']; readonly until: string | null }
}

/** "current to 10 Mar 2028", "lapses after 10 Mar 2026", "lapsed after 10 Mar 2026", "nothing recorded". */
export function StandingTag({ stands: { standing, until } }: StandingTagProps) {
  return <StateTag state={STATES[standing]}>{standingWords(standing, until)}</StateTag>
}

const WORDS = {
  current: (day) => `current to ${day}`,
  lapsing: (day) => `lapses after ${day}`,
  lapsed: (day) => `lapsed after ${day}`,
  never: () => STANDINGS.never,
} as const satisfies Record<Stands['standing'], (day: string) => string>

function standingWords(standing: Stands['standing'], until: string | null): string {
  return WORDS[standing](until === null ? '' : shortDayWithYear(until))
}
