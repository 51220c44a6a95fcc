import { CASE_EVENTS, type CaseEventKind } from '#kernel/victims-code/events.ts'
import { keysOf } from '#platform/edge.ts'

/** What follows from what is done here, and is not logged by hand. */
const BY_ACTS: readonly CaseEventKind[] = [
  'crime-reported',
  'first-contact',
  'needs-assessed',
  'enhanced-found',
  'victim-contact-agreed',
  'victim-contact-updated',
  'decision-told',
  'referral-agreed',
  'review-asked',
  'vps-made',
  'complaint',
]

/** Of what is logged by hand, what is about one victim of a case and not about all of them. */
export const OF_ONE: readonly CaseEventKind[] = [
  'statement-taken',
  'loss-or-injury',
  'property-released',
  'circumstances-changed',
  'must-give-evidence',
  'expenses-claimed',
]

/** Whether it was written down by an act of its own, which has more to it than a time. */
export function isByAct(kind: CaseEventKind): boolean {
  return BY_ACTS.includes(kind)
}

export const LOGGED_KINDS = keysOf(CASE_EVENTS).filter((kind) => !BY_ACTS.includes(kind))

/**
 * VCT03: nothing is logged that has not happened yet, nor as heard of before it happened, and nothing happened on a case before
 * it was reported. Null where all is well; else what is wrong, by field.
 */
export function eventTimeProblem(times: {
  readonly happenedAt: Date
  readonly receivedAt: Date
  readonly reportedAt: Date
  readonly now: Date
}): Readonly<Record<string, string>> | null {
  const { happenedAt, receivedAt, reportedAt, now } = times
  if (happenedAt > now) return { happenedOn: 'It must have happened already (VCT03)' }
  if (happenedAt < reportedAt) return { happenedOn: 'It must be after the crime was reported (VCT03)' }
  if (receivedAt > now) return { receivedOn: 'It must have been heard of already (VCT03)' }
  if (receivedAt < happenedAt) return { receivedOn: 'It cannot have been heard of before it happened (VCT03)' }
  return null
}

/**
 * VCT04: of crimes that an extract brings, those reported in so many days before it came open victims by themselves. What is
 * older was owed and told before this was used, and would stand here as missed: somebody adds those victims by hand where the
 * case still runs. Source: this project (default).
 */
export const FOLLOWED_DAYS = 28
