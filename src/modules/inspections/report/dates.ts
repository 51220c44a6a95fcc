import { Temporal } from 'temporal-polyfill'
import { type CivilDate, findCivilDate, getCivilDate } from '#calculations/calendar/civil-date.ts'

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const

/** The month of this name or its first three letters or more, from 1; undefined for any other word. */
function findMonth(word: string): number | undefined {
  const folded = word.toLowerCase().replace(/\.$/, '')
  const index = folded.length < 3 ? -1 : MONTHS.findIndex((name) => name.startsWith(folded))
  return index < 0 ? undefined : index + 1
}

function dateOf(year: string | number, month: string | number, day: string | number): CivilDate | undefined {
  const two = (part: string | number): string => `${part}`.padStart(2, '0')
  return findCivilDate(`${year}-${two(month)}-${two(day)}`)
}

/**
 * The day that the whole text names, British order; undefined where it names none or one that does not exist.
 * "31 March 2018", "31st March, 2018", "March 31 2018", "31/03/2018", "31.3.2018" and "2018-03-31" are one day.
 */
export function findDate(text: string): CivilDate | undefined {
  const folded = text.toLowerCase().replaceAll(',', ' ').trim()
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(folded)
  if (iso) return dateOf(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '')
  const figures = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(folded)
  if (figures) return dateOf(figures[3] ?? '', figures[2] ?? '', figures[1] ?? '')
  const words = folded.split(/\s+/).filter((word) => word !== 'of')
  const [first = '', second = '', year = ''] = words
  if (words.length !== 3 || !/^\d{4}$/.test(year)) return undefined
  const [day, name] = /^\d/.test(first) ? [first, second] : [second, first]
  const month = findMonth(name)
  const number = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(day)?.[1]
  return month === undefined || number === undefined ? undefined : dateOf(year, month, number)
}

/** The last day of the month that the whole text names ("September 2017" is 2017-09-30); undefined for any other. */
export function findEndOfMonth(text: string): CivilDate | undefined {
  const [, name, year] = /^([a-z]{3,9})\.?,? (\d{4})$/i.exec(text.trim()) ?? []
  const month = findMonth(name ?? '')
  if (month === undefined || year === undefined) return undefined
  const days = Temporal.PlainYearMonth.from({ year: Number(year), month }).daysInMonth
  return dateOf(year, month, days)
}

export type Span = 'days' | 'weeks' | 'months' | 'years'

/** The day that many days, weeks, calendar months or years on; the month's last day where it has no such day. */
export function addSpan(date: CivilDate, count: number, span: Span): CivilDate {
  return getCivilDate(
    Temporal.PlainDate.from(date)
      .add({ [span]: count })
      .toString(),
  )
}
