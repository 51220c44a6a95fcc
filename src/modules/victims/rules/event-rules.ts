import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import {
  CASE_EVENTS,
  FIXED_KINDS,
  isCourtEvent,
  SENTENCE_KINDS,
  type CaseEventKind,
} from '#kernel/victims-code/events.ts'
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

/** Whether it was written down by an act of its own, which has more to it than a time. */
export function isByAct(kind: CaseEventKind): boolean {
  return BY_ACTS.includes(kind)
}

export const LOGGED_KINDS = keysOf(CASE_EVENTS).filter((kind) => !BY_ACTS.includes(kind))

/** What witness care hears from courts and prosecutors. */
export const COURT_KINDS = LOGGED_KINDS.filter(isCourtEvent)

/**
 * VCT22: a day in court is told with what fixed it, and only there; it is after that was fixed. A hearing may be logged without
 * its day where that is not known yet. Null where all is well. Source: this project (default).
 */
export function courtDayProblem(
  kind: CaseEventKind,
  { takesPlaceAt, happenedAt }: { readonly takesPlaceAt: Date | null; readonly happenedAt: Date },
): Readonly<Record<string, string>> | null {
  if (takesPlaceAt === null) return null
  if (!FIXED_KINDS.includes(kind))
    return { courtOn: 'Only a hearing, or that they must give evidence, has a day in court: leave it empty (VCT22)' }
  return takesPlaceAt > happenedAt ? null : { courtOn: 'The day in court must be after it was fixed (VCT22)' }
}

/**
 * VCT23: when sentence is given is told with a hearing or a verdict, and only there; it is not on a day before that. What
 * happened last on a case says it. Null where all is well. Source: this project (default).
 */
export function sentenceProblem(
  kind: CaseEventKind,
  { sentenceAt, happenedAt }: { readonly sentenceAt: Date | null; readonly happenedAt: Date },
): Readonly<Record<string, string>> | null {
  if (sentenceAt === null) return null
  if (!SENTENCE_KINDS.includes(kind))
    return { sentenceOn: 'Only a hearing or a verdict says when sentence is given: leave it empty (VCT23)' }
  return londonDateAt(sentenceAt) >= londonDateAt(happenedAt)
    ? null
    : { sentenceOn: 'Sentence cannot be given on a day before this (VCT23)' }
}

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
