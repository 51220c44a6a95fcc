import { PEOPLE_TACTICS } from './reference/people.ts'
import { PLACE_TACTICS } from './reference/places.ts'
import { POLICING_TACTICS } from './reference/policing.ts'
import { EFFECTS, type Tactic } from './tactic.ts'

/**
 * The library: 42 tactics that at least one review of research has rated. Source: the crime reduction toolkit of the College of
 * Policing and its EMMIE scale; each row says whether its direction was seen [seen] or is from knowledge [unverified]. How sure
 * the reviews are is from knowledge throughout.
 */
export const TACTICS: readonly Tactic[] = [...PLACE_TACTICS, ...POLICING_TACTICS, ...PEOPLE_TACTICS].toSorted(
  (one, other) => one.name.localeCompare(other.name, 'en-GB'),
)

const BY_CODE = new Map(TACTICS.map((tactic) => [tactic.code, tactic]))

/** Codes as a list that is never empty, for a form's choice. */
export const TACTIC_CODES: readonly string[] = TACTICS.map(({ code }) => code)

export function findTactic(code: string): Tactic | null {
  return BY_CODE.get(code) ?? null
}

/** "CCTV"; of a code that the library no longer has, the code. */
export function tacticName(code: string): string {
  return BY_CODE.get(code)?.name ?? code
}

/** "CCTV (works: less of it)". */
export function tacticWords({ name, effect }: Tactic): string {
  return `${name} (${EFFECTS[effect]})`
}

/** Research found it harmful, or found no effect: nobody chooses it in passing. */
export function isKnownToFail({ effect }: Pick<Tactic, 'effect'>): boolean {
  return effect === 'increase' || effect === 'no-effect'
}
