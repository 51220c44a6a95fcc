import { getCivilDate, type CivilDate } from '#calculations/calendar/civil-date.ts'

/** From when training can be recorded: the first settings of competences are in force since then. */
const EARLIEST = getCivilDate('2010-01-01')

/**
 * TRN05 The day of a course lies not ahead, and not before 2010: what is wrong with it, in words, or null. A course that is yet
 * to come trains nobody. [default]
 */
export function whenProblem(gainedOn: CivilDate, today: CivilDate): string | null {
  if (gainedOn > today) return 'The day on which it was finished must be today or in the past'
  if (gainedOn < EARLIEST) return 'The day on which it was finished must be in 2010 or later'
  return null
}
