import { Temporal } from 'temporal-polyfill'
import { type CivilMonth, civilMonthOf } from './civil-month.ts'
import { londonOffset } from './london-offset.ts'

declare const civilDate: unique symbol

/** A calendar date as `YYYY-MM-DD`, with no time and no zone. Plain text order is time order. */
export type CivilDate = string & { readonly [civilDate]: true }

/** Whether the text is a real date of the form `YYYY-MM-DD` (30 February is not). */
export function isCivilDate(text: string): text is CivilDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(text)
  // Some engines read 30 February as 2 March: a real date comes back as it went in.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

/** The date, or undefined when the text is not a real one. */
export function findCivilDate(text: string): CivilDate | undefined {
  return isCivilDate(text) ? text : undefined
}

/** The date. Throws RangeError, naming the text, when it is not a real one of the form `YYYY-MM-DD`. */
export function getCivilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new RangeError(`“${text}” is not a date such as 2018-06-30`)
  return text
}

/** The month in which the date lies. */
export function monthOf(date: CivilDate): CivilMonth {
  return civilMonthOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)))
}

/** The date so many days later (earlier when below nought). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return getCivilDate(Temporal.PlainDate.from(date).add({ days }).toString())
}

/** How many days lie from the first date to the second (below nought when the second is earlier). */
export function daysFrom(first: CivilDate, second: CivilDate): number {
  return Temporal.PlainDate.from(first).until(Temporal.PlainDate.from(second), { largestUnit: 'days' }).days
}

/** The date on clocks in England and Wales at the given moment. */
export function londonDateAt(moment: Date): CivilDate {
  const ms = moment.getTime()
  return getCivilDate(new Date(ms + londonOffset(ms)).toISOString().slice(0, 10))
}

/** The date in words: `Friday 1 June 2018`. */
export function formatDate(date: CivilDate): string {
  return WORDS.format(new Date(`${date}T00:00:00Z`)).replace(',', '')
}

const WORDS = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
