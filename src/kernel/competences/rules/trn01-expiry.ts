import { getCivilDate, monthOf, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { addMonths, daysInMonth } from '#calculations/calendar/civil-month.ts'
import { settingOn, type Competence } from '../competences.ts'

/**
 * TRN01 The last day on which a competence is current: so many months after the day on which it was gained, by the setting in
 * force on that day; the last day of the month where the month has no such day. [default]
 *
 * 10 March 2026 and 24 months: 10 March 2028. 31 August 2026 and 6 months: 28 February 2027. 29 February 2024 and 12 months:
 * 28 February 2025. Throws RangeError for a day before the first setting.
 */
export function expiresOn(competence: Competence, gainedOn: CivilDate): CivilDate {
  const month = addMonths(monthOf(gainedOn), settingOn(competence, gainedOn).months)
  const day = Math.min(Number(gainedOn.slice(8)), daysInMonth(month))
  return getCivilDate(`${month}-${String(day).padStart(2, '0')}`)
}
