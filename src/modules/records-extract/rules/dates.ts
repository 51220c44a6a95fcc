import { isCivilDate, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { dayNumberOf } from '#calculations/calendar/day-number.ts'
import { londonClock, londonMidnight, londonMoment } from '#calculations/calendar/london-time.ts'

/** In which order numbers stand in a date: `2016-05-03` is read always, `03/05/2016` and `03-MAY-2016` as day first. */
export const DATE_ORDERS = { iso: '2016-05-03', 'day-first': '03/05/2016' } as const
export type DateOrder = keyof typeof DATE_ORDERS

export interface DateSettings {
  readonly order: DateOrder
  /** Midnight stands for a time that is not known. */
  readonly midnightUnknown: boolean
}

export type Precision = 'minute' | 'hour' | 'day' | 'month'

/** A span of time that a cell stands for: from, and up to but not including. */
export interface Span {
  readonly from: Date
  readonly to: Date
  readonly precision: Precision
  /** Its first day in London: `2016-05-03`. */
  readonly day: string
  /** London’s clocks never showed it: they went forward over it that night. */
  readonly skipped?: true
}

interface Parts {
  readonly year: string
  readonly month: string
  readonly day: string | null
  readonly rest: string
}

const ISO = /^(\d{4})-(\d{2})(?:-(\d{2})(?!\d))?(.*)$/
const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2}|[a-z]{3})[/.-](\d{4})(?!\d)(.*)$/i
const TIME = /^(?:[T ]+|, *)(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MS_PER_MINUTE = 60_000

/** The day that a cell stands for, or null. A time behind it is left out. */
export function readDay(cell: string, order: DateOrder): CivilDate | null {
  const parts = partsOf(cell, order)
  if (parts === null || parts.day === null) return null
  if (parts.rest !== '' && !TIME.test(parts.rest)) return null
  return dateOf(parts)
}

/** A date of birth as exactly as it is known: `1980-02-03`, `1980-02` or `1980`; null where it is none. */
export function readBirth(cell: string, order: DateOrder): { day: string; precision: 'day' | 'month' | 'year' } | null {
  if (/^(18|19|20|21)\d\d$/.test(cell)) return { day: `${cell}-01-01`, precision: 'year' }
  const parts = partsOf(cell, order)
  if (parts?.day === null && parts.rest === '' && isCivilDate(`${parts.year}-${parts.month}-01`))
    return { day: `${parts.year}-${parts.month}-01`, precision: 'month' }
  const day = readDay(cell, order)
  return day === null ? null : { day, precision: 'day' }
}

/** The time that a cell stands for, as exactly as it says; null where it is none. Clocks are London's unless a zone is named. */
export function readWhen(cell: string, { order, midnightUnknown }: DateSettings): Span | null {
  const parts = partsOf(cell, order)
  if (parts === null) return null
  if (parts.day === null) return parts.rest === '' ? monthSpan(parts) : null
  const date = dateOf(parts)
  if (date === null) return null
  if (parts.rest === '') return daySpan(date)
  const [matched, hour = '', minute, second, zone] = TIME.exec(parts.rest) ?? []
  if (matched === undefined || Number(hour) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return null
  const midnight = Number(hour) + Number(minute ?? 0) + Number(second ?? 0) === 0
  if (midnightUnknown && midnight && zone === undefined) return daySpan(date)
  const time = `${hour.padStart(2, '0')}:${minute ?? '00'}`
  const from = zone === undefined ? londonMoment(date, time) : new Date(`${date}T${time}:00${zoneOf(zone)}`)
  const precision = minute === undefined ? 'hour' : 'minute'
  const to = new Date(from.getTime() + (precision === 'hour' ? 60 : 1) * MS_PER_MINUTE)
  const skipped = zone === undefined && londonClock(from).time.slice(0, 5) !== time
  return { from, to, precision, day: date, ...(skipped && { skipped }) }
}

function partsOf(cell: string, order: DateOrder): Parts | null {
  const iso = ISO.exec(cell)
  if (iso !== null) return { year: iso[1] ?? '', month: iso[2] ?? '', day: iso[3] ?? null, rest: iso[4] ?? '' }
  const found = order === 'day-first' ? DAY_FIRST.exec(cell) : null
  if (found === null) return null
  const named = MONTHS.indexOf((found[2] ?? '').toLowerCase())
  const month = named === -1 ? (found[2] ?? '') : String(named + 1)
  return {
    year: found[3] ?? '',
    month: month.padStart(2, '0'),
    day: (found[1] ?? '').padStart(2, '0'),
    rest: found[4] ?? '',
  }
}

function dateOf({ year, month, day }: Parts): CivilDate | null {
  const date = `${year}-${month}-${day ?? ''}`
  return isCivilDate(date) ? date : null
}

function daySpan(day: CivilDate): Span {
  const number = dayNumberOf(day)
  return { from: new Date(londonMidnight(number)), to: new Date(londonMidnight(number + 1)), precision: 'day', day }
}

function monthSpan({ year, month }: Parts): Span | null {
  const first = `${year}-${month}-01`
  const next = month === '12' ? `${Number(year) + 1}-01-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}-01`
  if (!isCivilDate(first) || !isCivilDate(next)) return null
  const [from, to] = [londonMidnight(dayNumberOf(first)), londonMidnight(dayNumberOf(next))]
  return { from: new Date(from), to: new Date(to), precision: 'month', day: first }
}

function zoneOf(zone: string): string {
  return zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`
}
