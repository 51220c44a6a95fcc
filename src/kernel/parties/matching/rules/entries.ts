import type { PersonRecord } from '#calculations/linkage/index.ts'
import type { Marking } from '#platform/access/reader.ts'

export interface Guards {
  readonly marking: Marking
  readonly compartment: number | null
}

/** Something that is known of a party under guards of its own: a name, a home, a phone. */
export interface Known extends Guards {
  readonly says: PersonRecord
}

export interface PartyFacts extends Guards {
  readonly party: number
  /** What comes with the party itself. */
  readonly says: PersonRecord
  /** The first of each is the one that it goes by. */
  readonly names: readonly Known[]
  readonly homes: readonly Known[]
  readonly phones: readonly Known[]
}

/** One way in which a party may be recorded elsewhere, and whoever sees all of it. */
export interface Entry {
  readonly party: number
  readonly marking: Marking
  readonly compartments: readonly number[]
  readonly record: PersonRecord
}

const MOST_EACH = 4

/**
 * The ways in which a party may be recorded elsewhere: as it goes by, and with each other name, home or phone that it is known
 * by in its place. What whoever sees the party sees comes under the guards of the party; with what is more closed, an alias that
 * came from a closed record, it is a way of its own, under the guards of both.
 */
export function entriesOf(facts: PartyFacts): readonly Entry[] {
  const own = { marking: facts.marking, compartments: facts.compartment === null ? [] : [facts.compartment] }
  const within = ({ marking, compartment }: Guards) =>
    (marking === 'OFFICIAL' || facts.marking === marking) && (compartment === null || compartment === facts.compartment)
  const lists = [facts.names, facts.homes, facts.phones]
  const open = lists.map((list) => list.filter(within))
  const [name, home, phone] = open.map(([first]) => first?.says)
  const base = { ...facts.says, ...name, ...home, ...phone }
  const others = open.flatMap((list) => list.slice(1, MOST_EACH))
  const closed = lists.flatMap((list) => list.filter((one) => !within(one)).slice(0, MOST_EACH))
  return [
    { party: facts.party, ...own, record: base },
    ...others.map(({ says }) => ({ party: facts.party, ...own, record: { ...base, ...says } })),
    ...closed.map((known) => ({
      party: facts.party,
      ...together([
        own,
        { marking: known.marking, compartments: known.compartment === null ? [] : [known.compartment] },
      ]),
      record: { ...base, ...known.says },
    })),
  ]
}

interface Shut {
  readonly marking: Marking
  readonly compartments: readonly number[]
}

/** The higher marking, and every compartment. */
export function together(all: readonly Shut[]): Shut {
  return {
    marking: all.some(({ marking }) => marking === 'OFFICIAL-SENSITIVE') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    compartments: [...new Set(all.flatMap(({ compartments }) => compartments))].toSorted((a, b) => a - b),
  }
}

/** How closed: fewer see it. */
export function closedness({ marking, compartments }: Shut): number {
  return compartments.length * 2 + (marking === 'OFFICIAL' ? 0 : 1)
}
