import { londonMoment } from '#calculations/calendar/london-time.ts'
import type { CivilDate } from '#calculations/calendar/civil-date.ts'

/** How far "since my last shift" looks back: no duty roster is connected, so a person says it. The first is what stands there. */
export const SINCE_HOURS = ['24', '48', '96', '168'] as const
export type SinceHours = (typeof SINCE_HOURS)[number]

export const SINCE_WORDS = {
  '24': 'the last 24 hours',
  '48': 'the last two days',
  '96': 'the last four days',
  '168': 'the last week',
} as const satisfies Record<SinceHours, string>

const HOUR = 3_600_000

/**
 * PAT01 From when to when. Data of a demonstration ends at 07:00 on a day of its own: the window ends with it, or it would always be
 * empty. `frozen` says so.
 */
export function sinceWindow(
  hours: SinceHours,
  now: Date,
  asOf: CivilDate | null,
): { readonly from: Date; readonly to: Date; readonly frozen: boolean } {
  const end = asOf === null ? now : londonMoment(asOf, '07:00')
  const frozen = end < now
  const to = frozen ? end : now
  return { from: new Date(to.getTime() - Number(hours) * HOUR), to, frozen }
}
