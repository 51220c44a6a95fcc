import type { CivilDate } from './civil-date.ts'
import { dateOfDay, dayNumber } from './day-number.ts'

/**
 * Easter Sunday of a year of the Gregorian calendar (1583 to 9999), by the anonymous algorithm printed in Nature in 1876
 * and in Meeus, Astronomical Algorithms, chapter 8. Throws RangeError for other years.
 */
export function easterSunday(year: number): CivilDate {
  return dateOfDay(easterDay(year))
}

/** Easter Sunday as a day number, for reckoning. */
export function easterDay(year: number): number {
  if (!Number.isInteger(year) || year < 1583 || year > 9999) {
    throw new RangeError(`Easter is known for the years 1583 to 9999, not for ${year}`)
  }
  const century = Math.floor(year / 100)
  const golden = year % 19
  const leapCenturies = Math.floor(century / 4)
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leapCenturies - moonCorrection + 15) % 30
  const inCentury = year % 100
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const marchDay = 22 + epact + toSunday - 7 * late
  return dayNumber(year, 3, marchDay)
}
