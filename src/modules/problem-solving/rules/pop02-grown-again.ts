import { daysFrom, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { grown } from '#calculations/place-patterns/grown.ts'
import type { PatternSettings } from '../reference/settings.ts'

/** What a pattern was when somebody decided on it. */
export interface Decided {
  readonly firstOn: CivilDate
  readonly lastOn: CivilDate
  readonly count: number
}

/**
 * POP02 A pattern that was decided on is proposed again only if it has grown: more a day since the last day that was looked at
 * then, by more than chance (one in twenty, upwards only), over at least the quiet days. `since` counts its rows after that
 * day, up to and including `today`.
 *
 * 12 in 365 days, then 4 in 28: grown. 12 in 365 days, then 2 in 28: not. 12 in 365 days, then 9 in 27: too soon.
 * The limits are this project's [default].
 */
export function isProposedAgain(
  then: Decided,
  since: number,
  today: CivilDate,
  { quietDays }: Pick<PatternSettings, 'quietDays'>,
): boolean {
  const days = daysFrom(then.lastOn, today)
  if (days < quietDays) return false
  const before = { count: then.count, days: daysFrom(then.firstOn, then.lastOn) + 1 }
  return grown(before, { count: since, days }).kind === 'grew'
}
