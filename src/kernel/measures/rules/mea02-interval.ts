import { countInterval, type Interval } from '#calculations/rates/count-interval.ts'
import { proportionInterval } from '#calculations/rates/proportion-interval.ts'
import type { MeasureUnit } from '../define.ts'
import { type Counted, scaleOf } from './mea01-value.ts'

/**
 * MEA02: what chance alone leaves likely around a figure, 95%: Wilson's interval of a share; that of a count (exact below
 * ten, Byar's from ten) for counts and rates. None for a mean of days, whose spread is not kept, nor where there is no value.
 */
export function intervalOf(
  unit: MeasureUnit,
  { month, numerator, denominator }: Omit<Counted, 'unknown'>,
): Interval | null {
  if (unit === 'days') return null
  if (unit === 'count') return countInterval(numerator)
  if (denominator === null || denominator === 0) return null
  const scale = scaleOf(unit, month)
  if (unit === 'per cent') {
    // More below than above the line is a fault of the measure; there is no interval to such a share.
    if (numerator > denominator) return null
    const { low, high } = proportionInterval(numerator, denominator)
    return { low: low * scale, high: high * scale }
  }
  const { low, high } = countInterval(numerator)
  return { low: (low / denominator) * scale, high: (high / denominator) * scale }
}
