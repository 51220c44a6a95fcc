import { z } from 'zod'
import { assessmentView } from '#kernel/assessments/list.ts'
import { PARTY_KIND_NAMES } from '#kernel/parties/words.ts'
import { recordParts } from '#kernel/records/parts.ts'
import { keysOf } from '#platform/edge.ts'
import { APPLICANTS, CATEGORIES, OUTCOMES, TYPES } from '#kernel/antisocial-behaviour/lists.ts'
import { POWERS } from '#kernel/antisocial-behaviour/powers.ts'
import { BANDS } from '../rules/asb02-risk-form.ts'
import { REVIEW_STAGES } from '../rules/review-rules.ts'

const instant = z.iso.datetime().nullable()

/** A power on a case. Days are civil dates. */
export const powerView = z.object({
  id: z.uuid(),
  power: z.enum(keysOf(POWERS)),
  test: z.string(),
  evidence: z.string(),
  reason: z.string(),
  issuedBy: z.string(),
  startsOn: z.string(),
  until: z.string(),
  breaches: z.int(),
  endedOn: z.string().nullable(),
  endedReason: z.string().nullable(),
})
export type PowerView = z.output<typeof powerView>

/** A case review, as it stands. Times are instants. */
export const reviewView = z.object({
  id: z.uuid(),
  authority: z.string(),
  applicant: z.enum(keysOf(APPLICANTS)),
  receivedAt: z.iso.datetime(),
  thresholdReports: z.int(),
  thresholdMonths: z.int(),
  thresholdMark: z.enum(['default', 'local']),
  acknowledgedAt: instant,
  qualifying: z.int().nullable(),
  harm: z.string().nullable(),
  response: z.string().nullable(),
  met: z.boolean().nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedById: z.string().nullable(),
  decidedAt: instant,
  appeal: z.string().nullable(),
  appealedAt: instant,
  appealReason: z.string().nullable(),
  appealUpheld: z.boolean().nullable(),
  appealAt: instant,
  found: z.string().nullable(),
  heldAt: instant,
  toldHow: z.string().nullable(),
  toldAt: instant,
  stage: z.enum(keysOf(REVIEW_STAGES)),
  recommended: z.array(z.object({ id: z.string(), title: z.string(), to: z.string(), state: z.string() })),
})
export type ReviewView = z.output<typeof reviewView>

export const incidentView = z.object({
  id: z.int(),
  category: z.enum(keysOf(CATEGORIES)),
  type: z.enum(keysOf(TYPES)),
  month: z.string(),
  place: z.string(),
  reference: z.string().nullable(),
})

/** What a case has beyond its record. */
export const caseDetail = z.object({
  category: z.enum(keysOf(CATEGORIES)),
  type: z.enum(keysOf(TYPES)),
  place: z.string(),
  risk: z.enum(keysOf(BANDS)).nullable(),
  hate: z.boolean(),
  outcome: z.enum(keysOf(OUTCOMES)).nullable(),
  /** Whether the case names somebody, whom this reader may not be able to open. */
  partyKnown: z.boolean(),
  who: z.object({ id: z.int(), kind: z.enum(PARTY_KIND_NAMES), label: z.string() }).nullable(),
  riskReviewOwed: z.boolean(),
  openActions: z.int(),
  powers: z.array(powerView),
  /** The latest of the case. */
  review: reviewView.nullable(),
})
export type CaseDetail = z.output<typeof caseDetail>

export const casePageModel = z.object({
  parts: recordParts,
  detail: caseDetail,
  incidents: z.array(incidentView),
  assessments: z.array(assessmentView),
  duties: z.array(z.object({ id: z.string(), rule: z.string(), title: z.string(), dueAt: instant })),
  /** What else is known of whom it harms, of what this reader may open: other cases, and incidents of the last 12 months. */
  before: z.object({ cases: z.int(), incidents: z.int() }).nullable(),
})
export type CasePageModel = z.output<typeof casePageModel>
