import { formatMonth } from '#calculations/calendar/civil-month.ts'
import type { MeasureUnit } from '#kernel/measures/define.ts'
import { unknownShare } from '#kernel/measures/rules/mea01-value.ts'
import { MOST_UNKNOWN } from '#kernel/measures/rules/mea05-holds.ts'
import { DECIMALS, intervalWords, valueWords } from '#kernel/measures/words.ts'
import { count, decimal, percent } from '#ui/words/numbers.ts'
import type { FigureModel } from '../queries/model.ts'

/** What the values of a measure are, for the side of a chart. */
export const UNIT_WORDS = {
  'per cent': 'per cent',
  'per 1,000 people': 'per 1,000 residents, in a month of 30.4 days',
  count: 'a month',
  days: 'days, on average',
} as const satisfies Record<MeasureUnit, string>

/** The same at the beginning of a sentence. */
export const GIVEN_AS = {
  'per cent': 'Per cent',
  'per 1,000 people': 'Per 1,000 residents, in a month of 30.4 days',
  count: 'A count a month',
  days: 'Days, on average',
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

/** What the column of values is headed by. */
export const VALUE_HEADERS = {
  'per cent': 'Per cent',
  'per 1,000 people': 'Per 1,000 people',
  count: 'Count',
  days: 'Days',
} as const satisfies Record<MeasureUnit, string>

/** The number alone, under its header. */
export function valueCell(unit: MeasureUnit, figure: FigureModel): string {
  return figure.value === null ? figureWords(unit, figure) : decimal(figure.value, DECIMALS[unit])
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

/** "5,447 (38%)", "none", or a dash where it is not shown. */
export function unknownWords(unit: MeasureUnit, { numerator, denominator, unknown }: FigureModel): string {
  if (unknown === null || numerator === null) return '–'
  if (unknown === 0) return 'none'
  return `${count(unknown)} (${percent(unknownShare(unit, { numerator, denominator, unknown }))})`
}

/** Whether so much is unknown that the figure shows nothing to hold (MEA05). */
export function tooMuchUnknown(unit: MeasureUnit, { numerator, denominator, unknown }: FigureModel): boolean {
  return (
    numerator !== null && unknown !== null && unknownShare(unit, { numerator, denominator, unknown }) > MOST_UNKNOWN
  )
}

/** "Data to May 2026", or that there is none. */
export function lastMonthWords(month: Parameters<typeof formatMonth>[0] | null): string {
  return month === null ? 'Nothing computed yet' : `Data to ${formatMonth(month)}`
}
