import { addDays, daysFrom, type CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Finding as Refusal } from '#kernel/organisation/rules/rule.ts'

/** How long a key individual is kept at most before somebody asks again whether they should be. A default. */
export const LONGEST_DAYS = 366
/** How long before its day a review is said to be due. A default. */
const SOON_DAYS = 28

/** KIN01 Whether somebody is still to be kept is looked at on a day to come, within a year. */
export function reviewDay(reviewOn: CivilDate, today: CivilDate): Refusal | null {
  if (reviewOn > today && reviewOn <= addDays(today, LONGEST_DAYS)) return null
  return { rule: 'KIN01', message: 'Set the review on a day to come, within a year from today.' }
}

/** KIN02 Their agreement is of today or before. */
export function agreementDay(agreedOn: CivilDate | null, today: CivilDate): Refusal | null {
  if (agreedOn === null || agreedOn <= today) return null
  return {
    rule: 'KIN02',
    message: 'They have agreed today or before, or have not been asked yet: then leave it empty.',
  }
}

export type ReviewStanding = 'over' | 'soon' | 'later'

export function reviewStanding(reviewOn: CivilDate, today: CivilDate): ReviewStanding {
  const days = daysFrom(today, reviewOn)
  return days < 0 ? 'over' : days <= SOON_DAYS ? 'soon' : 'later'
}
