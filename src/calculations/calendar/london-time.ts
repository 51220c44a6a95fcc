import { getCivilDate, type CivilDate } from './civil-date.ts'
import type { CivilMonth } from './civil-month.ts'
import { dateOfDay, dayNumberOf, MS_PER_DAY } from './day-number.ts'
import { londonOffset } from './london-offset.ts'

/**
 * Clocks in London. A time that clocks show is turned into a moment so:
 * - in the hour skipped in spring (01:00 to 01:59:59) it is taken an hour later, as a clock not yet changed would show it:
 *   01:30 on 27 March 2016 is 02:30 British Summer Time;
 * - in the hour that comes twice in autumn it is the first of the two, unless the second is asked for.
 * Functions of milliseconds and day numbers (`day-number.ts`) are for reckoning with many; the others are made of them.
 */

/** What clocks in London show: a date and `HH:MM:SS`. `second` is true in the second run of an hour that comes twice. */
export interface LondonClock {
  readonly date: CivilDate
  readonly time: string
  readonly second: boolean
}

/** The moment at which London clocks show the time (`HH:MM` or `HH:MM:SS`; `24:00` is the next midnight) on the date. */
export function londonMoment(date: CivilDate, time: string, which: 'first' | 'second' = 'first'): Date {
  return new Date(londonMillis(dayNumberOf(date), getTimeOfDay(time), which))
}

/** What London clocks show at the moment, parts of a second left out. */
export function londonClock(moment: Date): LondonClock {
  const local = moment.getTime() + londonOffset(moment.getTime())
  const day = Math.floor(local / MS_PER_DAY)
  const time = new Date(local).toISOString().slice(11, 19)
  return { date: dateOfDay(day), time, second: runsTwice(moment.getTime()) === 'second' }
}

/** The first moment of the date in London. */
export function startOfLondonDay(date: CivilDate): Date {
  return new Date(londonMidnight(dayNumberOf(date)))
}

/** The first moment of the month in London. */
export function startOfLondonMonth(month: CivilMonth): Date {
  return startOfLondonDay(getCivilDate(`${month}-01`))
}

/** The last second of the date in London: 23:59:59. */
export function lastSecondOfLondonDay(date: CivilDate): Date {
  return new Date(londonLastSecond(dayNumberOf(date)))
}

/** The time of day (`HH:MM` or `HH:MM:SS`, up to `24:00`) in milliseconds after midnight. Throws RangeError. */
export function getTimeOfDay(time: string): number {
  const parts = /^([01]\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?$/.exec(time)
  const ms = (Number(parts?.[1]) * 3600 + Number(parts?.[2]) * 60 + Number(parts?.[3] ?? 0)) * 1000
  if (!(ms <= MS_PER_DAY)) throw new RangeError(`“${time}” is not a time of day such as 17:00`)
  return ms
}

/** The day number in London at the moment. */
export function londonDay(ms: number): number {
  return Math.floor((ms + londonOffset(ms)) / MS_PER_DAY)
}

/** Milliseconds that London clocks show after midnight at the moment. */
export function londonTimeOfDay(ms: number): number {
  const local = ms + londonOffset(ms)
  return local - Math.floor(local / MS_PER_DAY) * MS_PER_DAY
}

/** The first moment of the day. */
export function londonMidnight(day: number): number {
  return londonMillis(day, 0)
}

/** 23:59:59 of the day. */
export function londonLastSecond(day: number): number {
  return londonMidnight(day + 1) - 1000
}

/** The moment at which clocks show so many milliseconds after midnight of the day. */
export function londonMillis(day: number, timeOfDay: number, which: 'first' | 'second' = 'first'): number {
  const local = day * MS_PER_DAY + timeOfDay
  const before = londonOffset(local - MS_PER_DAY)
  const after = londonOffset(local + MS_PER_DAY)
  if (before === after) return local - before
  const isAfter = londonOffset(local - after) === after
  const isBefore = londonOffset(local - before) === before
  if (isAfter && isBefore) return local - (which === 'first' ? Math.max(before, after) : Math.min(before, after))
  return isAfter ? local - after : local - before
}

/** Whether what clocks show at the moment comes twice that day, and which of the two it is. */
export function runsTwice(ms: number): 'first' | 'second' | undefined {
  const local = ms + londonOffset(ms)
  const day = Math.floor(local / MS_PER_DAY)
  const first = londonMillis(day, local - day * MS_PER_DAY, 'first')
  const second = londonMillis(day, local - day * MS_PER_DAY, 'second')
  if (first === second) return undefined
  return ms === first ? 'first' : 'second'
}
