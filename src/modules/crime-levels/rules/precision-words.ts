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

/** "June 2018", "Mon 4 June 2018", "Mon 4 June 2018, 14:45": no more than is known. */
export function whenWords({ from, precision, month }: When): string {
  if (precision === 'month') return formatMonth(getCivilMonth(month))
  if (precision === 'day') return dayWithYear(dayOf(from))
  return `${dayWithYear(dayOf(from))}, ${timeOfDay(from)}`
}

/** How exactly that is known. */
export function whenPrecisionWords({ from, to, precision }: When): string {
  if (precision === 'month') return 'known to the month only'
  if (precision === 'day') return 'known to the day'
  if (precision === 'hour') return `some time from ${timeOfDay(from)} to ${timeOfDay(to)}`
  return 'known to the minute'
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
