import { shortDayWithYear } from '#ui/words/dates.ts'

export interface KnownBirth {
  readonly on: string
  readonly precision: 'day' | 'month' | 'year' | 'about'
}

/** "born 4 May 1980, 46": a date of birth as exactly as it is known, with the age where the day is. */
export function bornWords({ on, precision }: KnownBirth, today: string): string {
  const year = on.slice(0, 4)
  if (precision === 'about') return `born about ${year}`
  if (precision === 'year') return `born ${year}`
  if (precision === 'month') return `born ${shortDayWithYear(on).replace(/^\d+ /, '')}`
  const years = Number(today.slice(0, 4)) - Number(year) - (today.slice(5) < on.slice(5) ? 1 : 0)
  return `born ${shortDayWithYear(on)}, ${years}`
}
