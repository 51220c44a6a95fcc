import type { Category } from '#kernel/occurrences/crime-types.ts'

/**
 * POP01 Patterns are made of what victims and callers report, never of what officers find by looking: searches and
 * possession offences show where officers were. Stop and search is no occurrence here at all.
 *
 * A burglary counts; possession of drugs and of weapons does not. Which categories count is this project's [default].
 */
export const VICTIM_REPORTED = [
  'anti-social-behaviour',
  'bicycle-theft',
  'burglary',
  'criminal-damage-arson',
  'other-theft',
  'robbery',
  'shoplifting',
  'theft-from-the-person',
  'vehicle-crime',
  'violent-crime',
] as const satisfies readonly Category[]

export function isVictimReported(category: string): boolean {
  return VICTIM_REPORTED.some((one) => one === category)
}
