import { formatMonth } from '#calculations/calendar/civil-month.ts'
import type { MeasureUnit } from '#kernel/measures/define.ts'
import { intervalWords, valueWords } from '#kernel/measures/words.ts'
import { count, decimal } from '#ui/words/numbers.ts'
import type { FigureModel } from '../queries/model.ts'

/** What the values of a measure are, for the side of a chart. */
export const UNIT_WORDS = {
  'per cent': 'per cent',
  'per 1,000 people': 'per 1,000 residents, in a month of 30.4 days',
  count: 'a month',
  days: 'days, on average',
} as const satisfies Record<MeasureUnit, string>

export const DIRECTION_WORDS = {
  higher: 'More is better',
  lower: 'Less is better',
  neither: 'Neither more nor less is better by itself',
} as const

/** "12.3%", or the words that stand where the number would lie. */
export function figureWords(unit: MeasureUnit, { value, withheld }: FigureModel): string {
  if (value !== null) return valueWords(unit, value)
  return withheld === null ? 'no value' : 'withheld'
}

/** "12.1 to 12.5", or a dash. */
export function figureInterval(unit: MeasureUnit, { interval }: FigureModel): string {
  return interval === null ? '–' : intervalWords(unit, interval)
}

/** A number that was counted, what stands in its place, or a dash where there is none to count. */
export function countedWords({ withheld, ...figure }: FigureModel, column: 'numerator' | 'denominator'): string {
  const number = figure[column]
  if (number === null) return withheld?.[column] ?? '–'
  return Number.isInteger(number) ? count(number) : decimal(number)
}

/** "12", "none", or a dash where it is not shown. */
export function unknownWords({ unknown }: FigureModel): string {
  if (unknown === null) return '–'
  return unknown === 0 ? 'none' : count(unknown)
}

/** "Data to May 2026", or that there is none. */
export function lastMonthWords(month: Parameters<typeof formatMonth>[0] | null): string {
  return month === null ? 'Nothing computed yet' : `Data to ${formatMonth(month)}`
}
