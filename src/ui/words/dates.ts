import { Temporal } from 'temporal-polyfill'
import { londonOffset } from '#calculations/calendar/london-offset.ts'
import { runsTwice } from '#calculations/calendar/london-time.ts'

/**
 * Instants and civil dates in the words of the screens: Europe/London, "14:45", "Mon 23 November". Pure; nothing here
 * takes the time of day by itself. All throw RangeError on text that is not the ISO form asked for.
 */

/** A point in time: an instant, or ISO 8601 text with an offset or Z ("2026-11-23T14:45:00Z"). */
export type InstantLike = Temporal.Instant | string

/** A civil date: a plain date, or ISO 8601 text ("2026-11-23"). */
export type DayLike = Temporal.PlainDate | string

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * "14:45". In the hour that the clocks run through twice in autumn it says which: "01:30 BST" or "01:30 GMT", since a
 * custody or duty time must never be read two ways.
 */
export function timeOfDay(instant: InstantLike): string {
  const clock = london(instant).toISOString().slice(11, 16)
  // Clocks only go back in the hour from 01:00 to 02:00 UTC, so the look-up is spared at every other time.
  const run = clock.startsWith('01') ? runsTwice(millis(instant)) : undefined
  return run === undefined ? clock : `${clock} ${run === 'first' ? 'BST' : 'GMT'}`
}

/** The civil date in London of an instant. */
export function dayOf(instant: InstantLike): Temporal.PlainDate {
  const local = london(instant)
  return new Temporal.PlainDate(local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate())
}

/** "Mon 23 November". */
export function day(date: DayLike): string {
  const plain = civil(date)
  return `${weekday(plain).slice(0, 3)} ${plain.day} ${monthName(plain.month)}`
}

/** "Mon 23 November 2026": where the year may be in doubt. */
export function dayWithYear(date: DayLike): string {
  return `${day(date)} ${civil(date).year}`
}

/** "Monday 23 November": in sentences. */
export function longDay(date: DayLike): string {
  const plain = civil(date)
  return `${weekday(plain)} ${plain.day} ${monthName(plain.month)}`
}

/** "23 Nov": in tables and "to 4 Jan". */
export function shortDay(date: DayLike): string {
  const plain = civil(date)
  return `${plain.day} ${monthName(plain.month).slice(0, 3)}`
}

/** "23 Nov 2026": in tables that go over years. */
export function shortDayWithYear(date: DayLike): string {
  return `${shortDay(date)} ${civil(date).year}`
}

/** "Mon 23 November, 14:45". */
export function dayAndTime(instant: InstantLike): string {
  return `${day(dayOf(instant))}, ${timeOfDay(instant)}`
}

/** "Mon 23 November, 14:45"; "Sun 30 November 2025, 14:45" where that is not the year of `now`. */
export function dayAndTimeBeside(instant: InstantLike, now: InstantLike): string {
  const on = dayOf(instant)
  return `${on.year === dayOf(now).year ? day(on) : dayWithYear(on)}, ${timeOfDay(instant)}`
}

/** "Mon 23 November 2026, 14:45:09": where the order of acts matters. */
export function dayAndSecond(instant: InstantLike): string {
  const [clock = '', zoneWord] = timeOfDay(instant).split(' ')
  const exact = `${clock}:${twoDigits(london(instant).getUTCSeconds())}`
  return `${dayWithYear(dayOf(instant))}, ${zoneWord === undefined ? exact : `${exact} ${zoneWord}`}`
}

/** "14:45, Monday 23 November": how fresh data is. */
export function timeAndDay(instant: InstantLike): string {
  return `${timeOfDay(instant)}, ${longDay(dayOf(instant))}`
}

/** "March 2026", from "2026-03" or any date in it. */
export function month(value: DayLike | Temporal.PlainYearMonth): string {
  const at = typeof value === 'string' ? Temporal.PlainYearMonth.from(value) : value
  return `${monthName(at.month)} ${at.year}`
}

/** How far away a due date is: "today", "2 days left", "1 day over". */
export function daysLeft(due: DayLike, today: DayLike): string {
  const days = civil(today).until(civil(due), { largestUnit: 'days' }).days
  if (days === 0) return 'today'
  return `${inDays(Math.abs(days))} ${days > 0 ? 'left' : 'over'}`
}

/** How old something is: "today", "1 day", "41 days". A date ahead throws RangeError. */
export function age(since: DayLike, today: DayLike): string {
  const days = civil(since).until(civil(today), { largestUnit: 'days' }).days
  if (days < 0) throw new RangeError(`${String(since)} is later than ${String(today)}`)
  return days === 0 ? 'today' : inDays(days)
}

/** A length of time from whole minutes: "45 min", "2 h 20", "31 h". Below nothing throws RangeError. */
export function duration(minutes: number): string {
  if (!(minutes >= 0)) throw new RangeError(`Not a length of time: ${minutes}`)
  const whole = Math.round(minutes)
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${twoDigits(rest)}`
}

/** What a `datetime` attribute holds: the instant in UTC. */
export function isoInstant(instant: InstantLike): string {
  return new Date(millis(instant)).toISOString().replace('.000Z', 'Z')
}

/** Since 1970. Text as `Date.toISOString` writes it is the rule and read at once; any other by the reading that takes longer. */
function millis(instant: InstantLike): number {
  if (typeof instant !== 'string') return instant.epochMilliseconds
  const ms = Date.parse(instant)
  const plain = !Number.isNaN(ms) && new Date(ms).toISOString() === instant
  return plain ? ms : Temporal.Instant.from(instant).epochMilliseconds
}

/** What clocks in London show, in the fields of UTC. */
function london(instant: InstantLike): Date {
  const ms = millis(instant)
  return new Date(ms + londonOffset(ms))
}

function civil(date: DayLike): Temporal.PlainDate {
  return typeof date === 'string' ? Temporal.PlainDate.from(date) : date
}

function weekday(date: Temporal.PlainDate): string {
  return dayNames[date.dayOfWeek - 1] ?? ''
}

function monthName(number: number): string {
  return monthNames[number - 1] ?? ''
}

function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
