import { isAtLeast, type Rank } from '#kernel/duties/ranks.ts'
import type { Finding } from '#kernel/organisation/rules/rule.ts'
import { REVIEW_REASONS, type ReviewReasonCode } from '#kernel/victims-code/rules/vic05-right-to-review.ts'

/** What is asked of a case for the scope test (VIC-05), beside what was decided and when. */
export const REVIEW_FACTS = {
  suspectNamed: 'Somebody was suspected by name',
  interviewedUnderCaution: 'A suspect was interviewed under caution',
  othersCharged: 'Others were charged in the same case',
  chargedOtherwise: 'The suspect was charged with a different offence',
  outOfCourt: 'It was dealt with out of court',
  victimWithdrew: 'It ended because they no longer wanted it',
  summaryOnly: 'It can only be tried by magistrates',
} as const

/** What a reviewer can find. */
export const FINDINGS = {
  upheld: 'The decision stands',
  charge: 'Overturned: the suspect is to be charged',
  refer: 'Overturned: it goes to the prosecutors',
  're-open': 'Overturned: the investigation is opened again',
  'out-of-court': 'Overturned: it is dealt with out of court',
} as const
export const RESULTS_OF_REVIEW = { ...FINDINGS, 'out-of-scope': 'Not in scope of this right' } as const
export type ReviewResult = keyof typeof RESULTS_OF_REVIEW

export const REVIEW_STAGES = {
  'taken-back': 'did not happen',
  'to-take': 'waits for a reviewer',
  'to-decide': 'being reviewed',
  'to-tell': 'to be told',
  told: 'told',
} as const
export type ReviewStage = keyof typeof REVIEW_STAGES

export interface ReviewState {
  readonly voided: boolean
  readonly inScope: boolean
  readonly reviewed: boolean
  readonly result: ReviewResult | null
  readonly told: boolean
}

/** How far a review has come. What the scope test lets out is to be told at once, unless somebody reviews it all the same. */
export function reviewStage({ voided, inScope, reviewed, result, told }: ReviewState): ReviewStage {
  if (voided) return 'taken-back'
  if (told) return 'told'
  if (result !== null) return 'to-tell'
  if (reviewed) return 'to-decide'
  return inScope ? 'to-take' : 'to-tell'
}

/** VCR05: what is done on a review is done in turn. Null where the stage is one of those asked for. */
export function atReviewStage(stage: ReviewStage, wanted: readonly ReviewStage[]): Finding | null {
  if (wanted.includes(stage)) return null
  return { rule: 'VCR05', message: `This cannot be done now: the review stands at “${REVIEW_STAGES[stage]}”.` }
}

/** The lowest rank that stands for an inspector of detectives. */
export const REVIEWER_RANK: Rank = 'commander'

/**
 * VCR04: who reviews a decision: an inspector or above (here: an area commander or above, until ranks are finer), who did not make
 * the decision and did not work on the case. Null where they may. Source: a force’s pages for victims, for an inspector of
 * detectives who had no part (seen); the rank that stands for it, and what counts as work, are this project’s (default).
 */
export function mayReview(who: {
  readonly rank: Rank | null
  readonly decided: boolean
  readonly workedOnIt: boolean
}): Finding | null {
  if (!isAtLeast(who.rank, REVIEWER_RANK))
    return refused('An inspector or above reviews it; here that is an area commander or above. Ask yours.')
  if (who.decided) return refused('You made the decision that is to be reviewed. Somebody else reviews it.')
  if (who.workedOnIt)
    return refused('You worked on this case. Somebody who had no part in it reviews it: hand it to another.')
  return null
}

const refused = (message: string): Finding => ({ rule: 'VCR04', message })

/**
 * VCR06: the days of what is reviewed follow one another: reported, decided, told, asked, and none is still to come. Text form
 * `2016-03-24`. Null where all is well; else what is wrong, by field. Source: this project (default).
 */
export function reviewDaysProblem(days: {
  readonly reportedOn: string
  readonly decidedOn: string
  readonly toldOn: string | null
  readonly askedOn: string
  readonly today: string
}): Readonly<Record<string, string>> | null {
  const { reportedOn, decidedOn, toldOn, askedOn, today } = days
  if (askedOn > today) return { askedOn: 'They must have asked already (VCR06)' }
  if (decidedOn < reportedOn) return { decidedOn: 'It must have been decided after the crime was reported (VCR06)' }
  if (decidedOn > askedOn) return { decidedOn: 'It must have been decided before they asked (VCR06)' }
  if (toldOn === null) return null
  if (toldOn < decidedOn) return { toldOn: 'They cannot have been told before it was decided (VCR06)' }
  return toldOn > askedOn ? { toldOn: 'Leave it empty where they asked before they were told (VCR06)' } : null
}

/** Why a review is out of scope, or that it is in it, in words. */
export function reasonsInWords(codes: readonly string[]): readonly string[] {
  return codes.map((code) =>
    isReason(code) ? REVIEW_REASONS[code] : 'The police decided, after an interview of a suspect',
  )
}

const isReason = (code: string): code is ReviewReasonCode => Object.hasOwn(REVIEW_REASONS, code)

/**
 * Where somebody can go whose decision is out of scope, to be told with the reasons. Source: that the prosecutors have a scheme of
 * their own is seen; the rest is this project’s (default).
 */
export function wayOn(reasons: readonly string[]): string {
  if (reasons.includes('prosecutors')) return 'Tell them how to ask the prosecutors: they have a scheme of their own'
  return 'Tell them that they can ask the officer’s supervisor to explain it, and that they may complain'
}
