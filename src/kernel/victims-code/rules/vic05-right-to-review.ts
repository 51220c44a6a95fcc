import { getCivilDate, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { addMonthsToDay, dateOfDay, dayNumberOf } from '#calculations/calendar/day-number.ts'
import type { Mark } from '#kernel/duties/rule.ts'

/** How a case, or a part of it, was decided. */
export const REVIEW_DECISIONS = {
  'police-no-charge': 'The police, who could have charged, did not',
  'police-test-not-met': 'The police decided that it does not pass the test to go to the prosecutors',
  cps: 'The prosecutors decided',
  'not-recorded': 'It was decided not to record a crime',
  'not-investigated': 'It was decided not to investigate, or to stop',
} as const
export type ReviewDecision = keyof typeof REVIEW_DECISIONS

/** What is known of a decision that a victim may ask to have reviewed. */
export interface ReviewFacts {
  readonly decision: ReviewDecision
  readonly decidedOn: CivilDate
  readonly suspectNamed: boolean
  readonly interviewedUnderCaution: boolean
  /** Somebody else was charged in the same case. */
  readonly othersCharged: boolean
  /** The same suspect was charged with a different offence. */
  readonly chargedOtherwise: boolean
  readonly outOfCourt: boolean
  /** The victim no longer wanted it, and it ended for that. */
  readonly victimWithdrew: boolean
  /** It can only be tried by magistrates. */
  readonly summaryOnly: boolean
  /** The last day on which it may have been done; null where not known. */
  readonly doneOn: CivilDate | null
  /** Null: they were not told yet, so their time has not begun. */
  readonly toldOn: CivilDate | null
  readonly askedOn: CivilDate
}

/** Why a decision is not reviewed under this right, by code. */
export const REVIEW_REASONS = {
  'too-early': 'It was decided before 1 April 2015, when this right began',
  prosecutors: 'The prosecutors decided: they have a scheme of their own to ask',
  'not-recorded': 'Decisions on recording a crime are not reviewed under this right',
  'not-investigated': 'Decisions not to investigate, or to stop, are not reviewed under it',
  'no-suspect': 'Nobody was suspected by name',
  'no-interview': 'No suspect was interviewed under caution',
  'others-charged': 'Others were charged in the same case',
  'charged-otherwise': 'The suspect was charged with a different offence',
  'out-of-court': 'It was dealt with out of court',
  withdrew: 'It ended because they no longer wanted it',
  'six-months': 'It is for magistrates only, and more than six months have passed since',
  'three-months': 'They were told more than three months before they asked',
} as const
export type ReviewReasonCode = keyof typeof REVIEW_REASONS

export interface ReviewReason {
  readonly code: ReviewReasonCode | 'in-scope'
  readonly words: string
  readonly mark: Mark
}

export interface ReviewScope {
  /** What the rule finds; a person decides and says so to the victim. */
  readonly inScope: boolean
  /** Every reason against it; where there is none, the one for it. */
  readonly reasons: readonly ReviewReason[]
  /** Last day on which they may ask; null where they were not told yet and no other limit is known. */
  readonly lastDay: CivilDate | null
}

export const REVIEW_FROM = getCivilDate('2015-04-01')
/** How long they may ask, from being told (VC18); and from the crime, where it is for magistrates only. */
const MONTHS_TO_ASK = 3
const MONTHS_FOR_SUMMARY = 6

/**
 * VIC-05: the police’s right to review, from 2015-04-01: a suspect was named and interviewed under caution, and the police did not
 * charge or decided that the test is not met. Every reason against it is given, not the first only. A crime for magistrates only
 * must be within six months of being done; they may ask for three months from being told; both days inclusive, in months of the
 * calendar. Source: pages of two commissioners and a force (seen); that the last of the days is inclusive is this project’s.
 */
export function rightToReview(facts: ReviewFacts): ReviewScope {
  const lastDay = lastDayToAsk(facts)
  const against = [...againstDecision(facts), ...againstCase(facts), ...againstTime(facts)]
  if (against.length > 0) return { inScope: false, reasons: against, lastDay }
  const words = `${REVIEW_DECISIONS[facts.decision]}, after an interview under caution of somebody who was named`
  return { inScope: true, reasons: [{ code: 'in-scope', words, mark: 'seen' }], lastDay }
}

/** The last day on which they may ask; null where nothing is known that sets one. */
export function lastDayToAsk({
  toldOn,
  summaryOnly,
  doneOn,
}: Pick<ReviewFacts, 'toldOn' | 'summaryOnly' | 'doneOn'>): CivilDate | null {
  const window = toldOn === null ? null : monthsAfter(toldOn, MONTHS_TO_ASK)
  const summary = summaryOnly && doneOn !== null ? monthsAfter(doneOn, MONTHS_FOR_SUMMARY) : null
  if (window === null || summary === null) return window ?? summary
  return window < summary ? window : summary
}

function monthsAfter(day: CivilDate, months: number): CivilDate {
  return dateOfDay(addMonthsToDay(dayNumberOf(day), months))
}

const seen = (code: ReviewReasonCode): ReviewReason => ({ code, words: REVIEW_REASONS[code], mark: 'seen' })

function againstDecision({ decision, decidedOn }: ReviewFacts): readonly ReviewReason[] {
  const early = decidedOn < REVIEW_FROM ? [seen('too-early')] : []
  if (decision === 'cps') return [...early, seen('prosecutors')]
  if (decision === 'not-recorded') return [...early, seen('not-recorded')]
  if (decision === 'not-investigated') return [...early, seen('not-investigated')]
  return early
}

function againstCase(facts: ReviewFacts): readonly ReviewReason[] {
  const all: readonly (readonly [boolean, ReviewReason])[] = [
    [!facts.suspectNamed, seen('no-suspect')],
    [!facts.interviewedUnderCaution, seen('no-interview')],
    [facts.othersCharged, seen('others-charged')],
    [facts.chargedOtherwise, seen('charged-otherwise')],
    [facts.outOfCourt, seen('out-of-court')],
    [facts.victimWithdrew, seen('withdrew')],
  ]
  return all.filter(([holds]) => holds).map(([, reason]) => reason)
}

function againstTime({ summaryOnly, doneOn, toldOn, askedOn }: ReviewFacts): readonly ReviewReason[] {
  const tooOld = summaryOnly && doneOn !== null && askedOn > monthsAfter(doneOn, MONTHS_FOR_SUMMARY)
  const tooLate = toldOn !== null && askedOn > monthsAfter(toldOn, MONTHS_TO_ASK)
  return [...(tooOld ? [seen('six-months')] : []), ...(tooLate ? [seen('three-months')] : [])]
}
