import { formatMonth, getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { dayOf, dayWithYear, timeOfDay } from '#ui/words/dates.ts'

/** When something happened, as exactly as it is known. Instants as ISO text, `to` not included. */
export interface When {
  readonly from: string
  readonly to: string
  readonly precision: 'minute' | 'hour' | 'day' | 'month'
  /** The month in which it counts: `2018-06`. */
  readonly month: string
}

const MS_PER_HOUR = 3_600_000
const UNIT = { minute: 60_000, hour: MS_PER_HOUR, day: 25 * MS_PER_HOUR, month: 31 * 25 * MS_PER_HOUR } as const

/** Whether it is known only to have been some time between two moments, each of them known as exactly as `precision` says. */
function isBetween({ from, to, precision }: When): boolean {
  return Date.parse(to) - Date.parse(from) > UNIT[precision]
}

/** "June 2018", "Mon 4 June 2018", "Mon 4 June 2018, 14:45": no more than is known. Of a span of time, when it began. */
export function whenWords({ from, precision, month }: When): string {
  if (precision === 'month') return formatMonth(getCivilMonth(month))
  if (precision === 'day') return dayWithYear(dayOf(from))
  return `${dayWithYear(dayOf(from))}, ${timeOfDay(from)}`
}

/** How exactly that is known. */
export function whenPrecisionWords(when: When): string {
  const { from, to, precision } = when
  if (isBetween(when)) return betweenWords(when)
  if (precision === 'month') return 'known to the month only'
  if (precision === 'day') return 'known to the day'
  if (precision === 'hour') return `some time from ${timeOfDay(from)} to ${timeOfDay(to)}`
  return 'known to the minute'
}

/** The end is not part of the span: of minutes and days the last one is said. */
function betweenWords({ to, precision }: When): string {
  if (precision === 'hour') return `or some time after, until ${dayWithYear(dayOf(to))}, ${timeOfDay(to)}`
  const last = new Date(Date.parse(to) - 1).toISOString()
  if (precision === 'minute') return `or some time after, until ${dayWithYear(dayOf(last))}, ${timeOfDay(last)}`
  return `or some day after, until ${dayWithYear(dayOf(last))}`
}

export type PlacePrecision = 'exact' | 'snapped' | 'none'

/** How exactly the place is known. */
export const PLACE_PRECISION_WORDS = {
  exact: 'exact place',
  snapped: 'moved to the nearest of a list of points, so that no home can be told',
  none: 'no place given',
} as const satisfies Record<PlacePrecision, string>

export type Source = 'street' | 'records-extract' | 'demonstration'

/** Where rows come from, best for comparison first: of a page's rows all are from one source, so that none counts twice. */
export const SOURCES: readonly [Source, ...Source[]] = ['street', 'records-extract', 'demonstration']

export const SOURCE_WORDS = {
  street: 'street-level data of data.police.uk',
  'records-extract': 'the force’s own records',
  demonstration: 'made up for the demonstration',
} as const satisfies Record<Source, string>
