import { count, decimal, interval } from '#ui/words/numbers.ts'
import type { Interval } from '#calculations/rates/count-interval.ts'
import type { MeasureUnit } from './define.ts'

/** How many decimals the values of a unit have where they are shown. */
export const DECIMALS = {
  'per cent': 1,
  'per 1,000 people': 2,
  count: 0,
  days: 1,
} as const satisfies Record<MeasureUnit, number>

/** "12.3%", "4.56 per 1,000 people", "1,234", "3.4 days". */
export function valueWords(unit: MeasureUnit, value: number): string {
  const number = unit === 'count' ? count(value) : decimal(value, DECIMALS[unit])
  return `${number}${SUFFIX[unit]}`
}

/** "12.1 to 12.5". */
export function intervalWords(unit: MeasureUnit, { low, high }: Interval): string {
  return interval(low, high, DECIMALS[unit])
}

const SUFFIX = {
  'per cent': '%',
  'per 1,000 people': ' per 1,000 people',
  count: '',
  days: ' days',
} as const satisfies Record<MeasureUnit, string>
