import { getCivilDate, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { keysOf } from '#platform/edge.ts'

/** How long a competence stays current, from a day on. */
export interface CompetenceSetting {
  /** The first day on which it governs what is gained. */
  readonly from: CivilDate
  readonly months: number
}

export interface Competence {
  readonly name: string
  /** What it is for, and whom it is asked of. */
  readonly purpose: string
  /** The oldest first. */
  readonly settings: readonly CompetenceSetting[]
}

/**
 * The competences that are kept, by code. A code is kept with every holding, so it never changes its meaning; a new period is a
 * further setting with its day, and what was gained before keeps the day that it had.
 */
export const COMPETENCES = {
  'problem-solving': {
    name: 'Problem-solving',
    purpose:
      'Working on problems by scanning, analysis, response and assessment; asked of everybody in a neighbourhood team.',
    // [default] No authority says how long it lasts: two years are this project's own.
    settings: [{ from: getCivilDate('2010-01-01'), months: 24 }],
  },
} as const satisfies Record<string, Competence>

export type CompetenceCode = keyof typeof COMPETENCES
export const COMPETENCE_CODES = keysOf(COMPETENCES)

/** "Problem-solving"; of a code that the list no longer has, the code. */
export function competenceName(code: string): string {
  const known = COMPETENCE_CODES.find((one) => one === code)
  return known === undefined ? code : COMPETENCES[known].name
}

/** The setting in force on the day. Throws RangeError before the first. */
export function settingOn({ name, settings }: Competence, day: CivilDate): CompetenceSetting {
  const found = settings.findLast(({ from }) => from <= day)
  if (found === undefined) throw new RangeError(`No setting for ${name} is in force on ${day}.`)
  return found
}
