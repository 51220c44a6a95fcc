import { integerDraw } from '#calculations/random/distributions.ts'
import type { Random } from '#calculations/random/random.ts'

/** A date of birth as somebody wrote it down. */
export interface WrittenDate {
  /** `1984-07-03` */
  readonly date: string
  readonly precision: 'day' | 'month' | 'year' | 'about'
}

export function dateText(year: number, month: number, day: number): string {
  return `${year}-${two(month)}-${two(day)}`
}

/** The date with one error of the kinds that are made: day and month changed about, a digit, the year, 1 January, an age. */
export function wrongDate(random: Random, date: string): WrittenDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const kind = random.next()
  if (kind < 0.26 && day <= 12 && day !== month) return exactly(year, day, month)
  if (kind < 0.46) return exactly(year, month, oneDigitOff(random, day))
  if (kind < 0.58)
    return exactly(year, Math.min(12, Math.max(1, month + (random.next() < 0.5 ? 1 : -1))), Math.min(day, 28))
  if (kind < 0.74) return exactly(year + (random.next() < 0.5 ? 1 : -1), month, Math.min(day, 28))
  if (kind < 0.82) return exactly(year + (random.next() < 0.5 ? 10 : -10), month, Math.min(day, 28))
  if (kind < 0.92) return { date: dateText(year, 1, 1), precision: random.next() < 0.5 ? 'year' : 'day' }
  return { date: dateText(year + integerDraw(random, -2, 2), 1, 1), precision: 'about' }
}

function exactly(year: number, month: number, day: number): WrittenDate {
  return { date: dateText(year, month, day), precision: 'day' }
}

function oneDigitOff(random: Random, day: number): number {
  const units = day % 10
  const other = (units + integerDraw(random, 1, 9)) % 10
  const changed = day - units + other
  return changed < 1 || changed > 28 ? Math.max(1, Math.min(28, day === 14 ? 24 : 29 - day)) : changed
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
