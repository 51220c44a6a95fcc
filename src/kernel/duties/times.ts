import type { Holidays } from '#calculations/calendar/holidays.ts'
import { dueAt } from '#calculations/clocks/due-of.ts'
import type { Pause } from '#calculations/clocks/pauses.ts'
import { warnAt } from '#calculations/clocks/thresholds.ts'
import type { DutyRule } from './rule.ts'

/** One limit that binds a duty: its own, and those of duties whose place it took and which still hold it to their time. */
export interface Limit {
  readonly rule: DutyRule
  readonly countsFrom: Date | null
}

/** What is kept of a duty's time. */
export interface Times {
  readonly dueAt: Date | null
  readonly warnAt: Date | null
  readonly nextLookAt: Date | null
  /** The last threshold that was said, in hundredths; 0 for none. */
  readonly crossed: number
}

/** The earliest of the limits, under the pauses; null where none has a due time. */
export function earliestDue(limits: readonly Limit[], pauses: readonly Pause[], holidays: Holidays): Date | null {
  let first = Infinity
  for (const { rule, countsFrom } of limits)
    first = Math.min(first, dueAt(rule.clock, countsFrom, holidays, pauses) ?? Infinity)
  return first === Infinity ? null : new Date(first)
}

/**
 * When a threshold, in hundredths of the time from start to due, is crossed. The whole of it is used up a second after the
 * due time, which is the last second in time.
 */
export function thresholdAt(hundredths: number, startedAt: Date, due: Date): Date {
  const at = warnAt({ kind: 'share', share: hundredths / 100 }, startedAt, due)
  return hundredths === 100 ? new Date(at.getTime() + 1000) : at
}

/** The thresholds of a rule, lowest first, each once. */
export function thresholdsOf({ escalations }: Pick<DutyRule, 'escalations'>): readonly number[] {
  return [...new Set(escalations.map(({ at }) => at))].sort((a, b) => a - b)
}

/**
 * The times that follow from a due time. `said` is the last threshold that was told: what lies ahead again, because the due
 * time moved on, will be told again when it comes; what has passed is not told twice.
 */
export function timesOf(
  rule: Pick<DutyRule, 'escalations'>,
  startedAt: Date,
  due: Date | null,
  said: number,
  now: Date,
): Times {
  if (due === null) return { dueAt: null, warnAt: null, nextLookAt: null, crossed: said }
  const thresholds = thresholdsOf(rule)
  const at = (hundredths: number): Date => thresholdAt(hundredths, startedAt, due)
  const crossed = thresholds.findLast((one) => one <= said && at(one) <= now) ?? 0
  const next = thresholds.find((one) => one > crossed)
  const warning = thresholds[0]
  return {
    dueAt: due,
    warnAt: warning === undefined || warning >= 100 ? null : at(warning),
    nextLookAt: next === undefined ? null : at(next),
    crossed,
  }
}
