import { z } from 'zod'
import { REVIEW_DECISIONS } from '#kernel/victims-code/rules/vic05-right-to-review.ts'
import { keysOf } from '#platform/edge.ts'
import { TOPIC_ANSWERS, TOPICS } from '../rules/offers.ts'
import { REFERRALS } from '../rules/referrals.ts'
import { RESULTS_OF_REVIEW, REVIEW_STAGES } from '../rules/reviews.ts'
import { GIVEN_BY, READ_BY, STATEMENT_ANSWERS } from '../rules/statements.ts'

const instant = z.iso.datetime().nullable()
const day = z.string()
/** What every act has: when, and by whom. */
const act = { id: z.uuid(), at: z.iso.datetime(), by: z.string() }

const statementView = z.object({
  ...act,
  step: z.enum(['offer', 'wish', 'shared']),
  answer: z.enum(keysOf(STATEMENT_ANSWERS)).nullable(),
  words: z.string().nullable(),
  keptAt: z.string().nullable(),
  givenBy: z.enum(keysOf(GIVEN_BY)).nullable(),
  readBy: z.enum(keysOf(READ_BY)).nullable(),
  sharedOn: day.nullable(),
})

const referralView = z.object({
  ...act,
  what: z.enum(keysOf(REFERRALS)),
  consent: z.boolean(),
  service: z.string().nullable(),
  words: z.string(),
})

const offerView = z.object({
  ...act,
  topic: z.enum(keysOf(TOPICS)),
  answer: z.enum(keysOf(TOPIC_ANSWERS)),
  words: z.string(),
})

export const reviewView = z.object({
  ...act,
  askedOn: day,
  words: z.string(),
  decision: z.enum(keysOf(REVIEW_DECISIONS)),
  decidedOn: day,
  decisionBy: z.string().nullable(),
  toldOfOn: day.nullable(),
  inScope: z.boolean(),
  /** Codes of what the scope test found. */
  reasons: z.array(z.string()),
  lastDay: day.nullable(),
  acknowledgedAt: instant,
  reviewer: z.string().nullable(),
  reviewedBecause: z.string().nullable(),
  result: z.enum(keysOf(RESULTS_OF_REVIEW)).nullable(),
  resultReason: z.string().nullable(),
  toldAt: instant,
  stage: z.enum(keysOf(REVIEW_STAGES)),
})
export type ReviewView = z.output<typeof reviewView>

export const complaintView = z.object({
  ...act,
  receivedOn: day,
  words: z.string(),
  acknowledgedAt: instant,
  answeredAt: instant,
  answer: z.string().nullable(),
  voided: z.boolean(),
})
export type ComplaintView = z.output<typeof complaintView>

/** The rights that a victim used, each act the latest first. */
export const rightsUsed = z.object({
  statements: z.array(statementView),
  /** What is wrong where rights are enhanced and there is no entry; null else. */
  statementGap: z.string().nullable(),
  referrals: z.array(referralView),
  offers: z.array(offerView),
  reviews: z.array(reviewView),
  /** The last day on which they may ask for a review, from what they were told; null: they were not told of such a decision. */
  mayAskUntil: day.nullable(),
  complaints: z.array(complaintView),
})
export type RightsUsed = z.output<typeof rightsUsed>
