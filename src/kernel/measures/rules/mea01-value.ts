import { type CivilMonth, daysInMonth } from '#calculations/calendar/civil-month.ts'
import type { MeasureUnit } from '../define.ts'

/** A figure as it was counted. */
export interface Counted {
  readonly month: CivilMonth
  readonly numerator: number
  /** Null for a count. */
  readonly denominator: number | null
  readonly unknown: number
}

/** An average month has 30.4 days; a rate is brought to that length, or February would look calm every year. */
const AVERAGE_MONTH_DAYS = 365.25 / 12

/**
 * MEA01: what a figure comes to, in its unit. Null where there is nothing to set the numerator against, which is not nought.
 * A rate per 1,000 people is of a month of 30.4 days.
 */
export function valueOf(unit: MeasureUnit, { month, numerator, denominator }: Omit<Counted, 'unknown'>): number | null {
  if (unit === 'count') return numerator
  if (denominator === null || denominator === 0) return null
  return (numerator / denominator) * scaleOf(unit, month)
}

/** What the quotient of numerator and denominator is multiplied by. */
export function scaleOf(unit: MeasureUnit, month: CivilMonth): number {
  if (unit === 'per cent') return 100
  return unit === 'per 1,000 people' ? 1_000 * (AVERAGE_MONTH_DAYS / daysInMonth(month)) : 1
}

/**
 * MEA01: which share of what ought to count, from 0 to 1, could not be told to count or not. What is unknown stands in no
 * denominator of a share or a mean; against a rate or a count it is set beside what counts. Nought where there is nothing.
 */
export function unknownShare(unit: MeasureUnit, { numerator, denominator, unknown }: Omit<Counted, 'month'>): number {
  const told = unit === 'per cent' || unit === 'days' ? (denominator ?? 0) : numerator
  return unknown === 0 ? 0 : unknown / (told + unknown)
}
