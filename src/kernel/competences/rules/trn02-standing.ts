import { addDays, type CivilDate } from '#calculations/calendar/civil-date.ts'

/** How somebody's training stands, with its words. */
export const STANDINGS = {
  lapsed: 'lapsed',
  lapsing: 'lapses soon',
  never: 'nothing recorded',
  current: 'current',
} as const
export type Standing = keyof typeof STANDINGS

/** So many days before it lapses, a competence is said to lapse soon [default]. */
export const LAPSING_DAYS = 56

/** What somebody gained, once: no more than what this rule asks of a holding. */
export interface Gained {
  readonly gainedOn: CivilDate
  readonly expiresOn: CivilDate
  readonly withdrawn: boolean
}

export interface Stands {
  readonly standing: Standing
  /** The last day on which it is or was current; null where nothing counts. */
  readonly until: CivilDate | null
}

/**
 * TRN02 How a competence stands on a day: current up to and on the last day of what lasts longest, lapsing in the 56 days before
 * that is over, lapsed from the day after. What was gained later than the day, or withdrawn, does not count; renewing early
 * never makes it shorter. [default]
 *
 * To 10 March: current on 10 March (and lapsing), lapsed on 11 March. Lapsing from 13 January.
 */
export function standingOn(holdings: readonly Gained[], day: CivilDate): Stands {
  const until = holdings
    .filter(({ gainedOn, withdrawn }) => !withdrawn && gainedOn <= day)
    .map(({ expiresOn }) => expiresOn)
    .toSorted()
    .at(-1)
  if (until === undefined) return { standing: 'never', until: null }
  if (until < day) return { standing: 'lapsed', until }
  return { standing: until <= addDays(day, LAPSING_DAYS) ? 'lapsing' : 'current', until }
}

/** What lapses soon is current still. */
export function isCurrent(standing: Standing): boolean {
  return standing === 'current' || standing === 'lapsing'
}
