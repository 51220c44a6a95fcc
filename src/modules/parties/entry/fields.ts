import { z } from 'zod'
import { addDays, daysFrom, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { readBorn, type Born } from '#kernel/parties/search/rules/born.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { optionalText, text } from '#platform/forms/fields.ts'

/** Who is meant, as it is typed first: enough to look whether they are known. */
export const whoFields = {
  given: optionalText('Given names', 100),
  family: text('Family name', 100),
  born: optionalText('Date of birth or age', 60),
}

/** The same while the form is only being opened: nothing need be there yet. */
export const whoSoFar = {
  given: optionalText('Given names', 100),
  family: optionalText('Family name', 100),
  born: optionalText('Date of birth or age', 60),
}

export const phoneField = z
  .union([z.null(), z.string()])
  .optional()
  .transform((typed) => (typed ?? '').replaceAll(/[\s()\-.]/g, ''))
  .refine((typed) => typed === '' || /^\+?\d{3,15}$/.test(typed), {
    error: 'A phone’s number is 3 to 15 figures, such as 07700 900123',
  })
  .transform((typed) => (typed === '' ? null : typed.replace(/^\+|^00/, '').replace(/^0(?=\d{9,10}$)/, '44')))

/** When somebody was born, from one field in any usual form. Throws Invalid where something stands there that is none. */
export function bornFrom(typed: string | null, today: CivilDate): Born | null {
  if (typed === null) return null
  // By itself "40" would be anything; in this field it is an age.
  const { born, rest } = readBorn(/^\d{1,3}$/.test(typed) ? `age ${typed}` : typed, today)
  if (born === null || rest !== '')
    throw new Invalid({
      born: 'Enter a date of birth such as 4/5/1980, a month or year of birth, or an age such as 40 or about 40',
    })
  return born
}

/** As it is kept: a day, and how exactly it is known. Of a stretch of time, its middle. */
export function birthToKeep({ on, from, to }: Born): {
  readonly date: CivilDate
  readonly precision: 'day' | 'month' | 'year' | 'about'
} {
  if (on !== null) return { date: on, precision: 'day' }
  if (from.endsWith('-01') && daysFrom(from, to) <= 31) return { date: from, precision: 'month' }
  if (from.endsWith('-01-01') && to.endsWith('-12-31') && from.slice(0, 4) === to.slice(0, 4))
    return { date: from, precision: 'year' }
  return { date: addDays(from, Math.floor(daysFrom(from, to) / 2)), precision: 'about' }
}
