import type { Holidays } from '#calculations/calendar/holidays.ts'
import type { Due } from '#calculations/clocks/due.ts'
import { dueOf } from '#calculations/clocks/due-of.ts'
import { earlier } from '#calculations/clocks/earlier.ts'
import type { DutyCourse } from '#kernel/duties/courses.ts'

/**
 * Why a duty is due when it is, sentence by sentence: the limits that bind it from the oldest on, each time the earlier of
 * two. Null where this release has no rule for it any more.
 */
export function whyDue({ limits, pauses }: DutyCourse, holidays: Holidays): Due | null {
  const [oldest, ...newer] = limits
    .map(({ rule, countsFrom }) => dueOf(rule.clock, countsFrom, holidays, { pauses, began: rule.began }))
    .toReversed()
  return oldest === undefined ? null : newer.reduce((held, next) => earlier(held, next), oldest)
}
