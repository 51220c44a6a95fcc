import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Finding as Refusal } from '#kernel/organisation/rules/rule.ts'

/** The inspectorate's states, as its tracker names them. */
export const INSPECTORATE_STATUSES = {
  'awaiting-review': 'awaiting review',
  'being-progressed': 'being progressed',
  complete: 'complete',
} as const
export type InspectorateStatus = keyof typeof INSPECTORATE_STATUSES

/** What a line of a tracker may say: a state, or a comment that changes none. */
export const ENTRY_STATUSES = { ...INSPECTORATE_STATUSES, comment: 'comment' } as const
export type EntryStatus = keyof typeof ENTRY_STATUSES

export interface Entry {
  readonly on: CivilDate
  readonly status: EntryStatus
}

/**
 * FND05 The inspectorate's status is its own: what its tracker said last, by date; of one day the line entered last; a
 * comment changes nothing. Entries are in the order in which they were entered. No entry: awaiting review.
 *
 * 3 March 2017 awaiting review, 4 April 2018 being progressed, 24 August 2018 comment: being progressed.
 */
export function statusOf(entries: readonly Entry[]): InspectorateStatus {
  let last: { readonly on: CivilDate; readonly status: InspectorateStatus } | null = null
  for (const { on, status } of entries) {
    if (status !== 'comment' && (last === null || on >= last.on)) last = { on, status }
  }
  return last?.status ?? 'awaiting-review'
}

/** FND05: a tracker tells what was, so no line of it is of a day to come. */
export function notAhead(on: CivilDate, today: CivilDate): Refusal | null {
  if (on <= today) return null
  return { rule: 'FND05', message: 'The inspectorate cannot have said this on a day to come. Check the date.' }
}
