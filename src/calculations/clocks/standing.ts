import type { Pause } from './pauses.ts'

/** What is kept of a duty from which its standing follows. Null: has not happened, or there is none. */
export interface DutyFacts {
  readonly dueAt: Date | null
  /** From when it is due soon: see `warnAt` in `thresholds.ts`. */
  readonly warnAt: Date | null
  readonly metAt: Date | null
  readonly waivedAt: Date | null
  readonly supersededAt: Date | null
  readonly pauses: readonly Pause[]
}

export type Standing =
  'not-due' | 'due-soon' | 'overdue' | 'paused' | 'met-on-time' | 'met-late' | 'waived' | 'superseded'

/**
 * How a duty stands at the moment; never stored. What lies after the moment has not happened yet, so the past can be asked.
 * What ended it first decides: met, waived or superseded. A pause does not hide that the due time had passed before it;
 * times are compared in whole seconds, so that the last second of a day is in time to its end.
 */
export function standing(duty: DutyFacts, now: Date): Standing {
  const ended = endOf(duty, now)
  if (ended !== undefined) return ended
  if (duty.dueAt !== null && isLate(now, duty.dueAt)) return 'overdue'
  if (duty.pauses.some(({ from, to }) => from <= now && (to === null || now < to))) return 'paused'
  return duty.warnAt !== null && duty.warnAt <= now ? 'due-soon' : 'not-due'
}

function endOf({ dueAt, metAt, waivedAt, supersededAt }: DutyFacts, now: Date): Standing | undefined {
  const met: Standing = dueAt !== null && metAt !== null && isLate(metAt, dueAt) ? 'met-late' : 'met-on-time'
  const ends: readonly (readonly [Date | null, Standing])[] = [
    [metAt, met],
    [waivedAt, 'waived'],
    [supersededAt, 'superseded'],
  ]
  let first: { at: Date; standing: Standing } | undefined
  for (const [at, standing] of ends) {
    if (at !== null && at <= now && (first === undefined || at < first.at)) first = { at, standing }
  }
  return first?.standing
}

function isLate(moment: Date, due: Date): boolean {
  return Math.floor(moment.getTime() / 1000) > Math.floor(due.getTime() / 1000)
}
