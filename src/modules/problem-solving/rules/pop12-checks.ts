import type { Held } from '../reference/lists.ts'

/** When it is looked at whether it held: so many months after the end. */
export const CHECK_MONTHS = [3, 6, 12] as const
export type CheckMonths = (typeof CHECK_MONTHS)[number]

/**
 * POP12 Whether it held is what the last check says that could say anything; before the first it is not checked.
 *
 * Held at 3, cannot be said at 6: it held. Held at 3, not held at 6: it did not hold. [default]
 */
export function heldAfter(checks: readonly { readonly months: number; readonly held: Held }[]): Held {
  const byTime = checks.toSorted((one, other) => one.months - other.months)
  const telling = byTime.findLast(({ held }) => held === 'held' || held === 'not-held')
  return telling?.held ?? byTime.at(-1)?.held ?? 'not-checked'
}
