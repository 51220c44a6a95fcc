import { dateOfDay } from '#calculations/calendar/day-number.ts'
import { monthOf } from '#calculations/calendar/civil-date.ts'
import { monthsFrom } from '#calculations/calendar/civil-month.ts'
import { refused, type Refused } from '#calculations/refusals/refused.ts'

/** From the first day to the last, both included, as day numbers. */
export type Period = { readonly first: number; readonly last: number }

export type PeriodRefusal = Refused<'overlapping' | 'unlike-lengths' | 'month-precise'>

/** A leap day apart at most. */
const MOST_APART = 1

/**
 * Why two times cannot be compared as before and after, or undefined where they can. After follows before; they are
 * of one length; and events dated by month are counted by whole months only, and lie in none that both share.
 */
export function refusePeriods(
  before: Period,
  after: Period,
  time: 'minute' | 'hour' | 'day' | 'month',
): PeriodRefusal | undefined {
  if (before.last < before.first || after.last < after.first || after.first <= before.last) {
    return refused('overlapping', 'The time after must follow the time before, and share no day with it.')
  }
  if (time === 'month') {
    if (![before, after].every(isWholeMonths)) {
      const why =
        'These events are dated by their month only, and a time that starts or ends within a month would split it.'
      return refused('month-precise', `${why} Take whole months.`)
    }
    if (monthsIn(before) !== monthsIn(after)) return unlike(monthsIn(before), monthsIn(after), 'months')
    return undefined
  }
  const [days, daysAfter] = [before, after].map(({ first, last }) => last - first + 1)
  if (days === undefined || daysAfter === undefined || Math.abs(days - daysAfter) > MOST_APART) {
    return unlike(days ?? 0, daysAfter ?? 0, 'days')
  }
  return undefined
}

/** Whether the two times cover the same part of the year, so that seasons cannot pass for an effect. */
export function sameSeason(before: Period, after: Period): boolean {
  const year = 365.25
  const years = (after.first - before.first) / year
  const apart = Math.abs(years - Math.round(years)) * year
  const length = before.last - before.first + 1
  // A whole year has every season.
  return length % year < 1 || length % year > year - 1 || apart < 15
}

function unlike(before: number, after: number, unit: string): PeriodRefusal {
  return refused(
    'unlike-lengths',
    `The times have ${before} and ${after} ${unit}: they must be as long as one another.`,
  )
}

function isWholeMonths({ first, last }: Period): boolean {
  return dateOfDay(first).endsWith('-01') && dateOfDay(last + 1).endsWith('-01')
}

function monthsIn({ first, last }: Period): number {
  return monthsFrom(monthOf(dateOfDay(first)), monthOf(dateOfDay(last))) + 1
}
