import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import { addDays, daysFrom } from '#calculations/calendar/civil-date.ts'
import type { Finding as Refusal } from '#kernel/organisation/rules/rule.ts'

/** How long before its day a review is said to be due. A default. */
const SOON = 28
/** How long a marker stands at most before somebody looks at it again. A default. */
const LONGEST = 366

export type ReviewStanding = 'over' | 'soon' | 'later'

/**
 * MKR01 A marker holds until somebody ends it, but it says until when it was to be looked at: an overdue review is said, and
 * the marker stays, since whoever goes there must know either way.
 */
export function reviewStanding(reviewOn: CivilDate, today: CivilDate): ReviewStanding {
  const days = daysFrom(today, reviewOn)
  return days < 0 ? 'over' : days <= SOON ? 'soon' : 'later'
}

/** MKR02 Its review is on a day to come, within a year. */
export function reviewProblem(reviewOn: CivilDate, today: CivilDate): Refusal | null {
  if (reviewOn > today && reviewOn <= addDays(today, LONGEST)) return null
  return { rule: 'MKR02', message: 'Set the review on a day to come, within a year from today.' }
}

/** MKR03 It does not begin on a day to come. */
export function startProblem(startsOn: CivilDate, today: CivilDate): Refusal | null {
  return startsOn <= today
    ? null
    : { rule: 'MKR03', message: 'A marker says what is known: it cannot begin on a day to come.' }
}
