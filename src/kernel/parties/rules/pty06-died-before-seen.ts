import { addDays, getCivilDate } from '#calculations/calendar/civil-date.ts'

export interface SeenAfter {
  readonly died: { readonly party: number; readonly on: string }
  readonly seen: { readonly party: number; readonly on: string }
}

interface Life {
  readonly party: number
  readonly diedOn: string | null
  /** The last day on which this source has them in something that happened. */
  readonly lastSeen: string | null
}

/**
 * PTY06 Nobody takes part in anything after their death. One source's day of death and a later day in another's may be two
 * people, or a wrong date: it is said, and each source with its day. A day later is let pass: what was found after midnight.
 *
 * Died 3 March 2019, seen 4 March 2019: nothing. Seen 5 March 2019: said.
 */
export function seenAfterDeath(lives: readonly Life[]): readonly SeenAfter[] {
  return lives.flatMap(({ party, diedOn }) =>
    diedOn === null
      ? []
      : lives.flatMap((other) =>
          other.lastSeen !== null && other.lastSeen > addDays(getCivilDate(diedOn), 1)
            ? [{ died: { party, on: diedOn }, seen: { party: other.party, on: other.lastSeen } }]
            : [],
        ),
  )
}
