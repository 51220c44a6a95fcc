import type { CaseDetail } from '../queries/case-model.ts'
import { DECIDERS, INSPECTORS, isOneOf, WRITERS } from '../writers.ts'
import type { ReviewStage } from './review-rules.ts'

export interface Act {
  readonly text: string
  /** Below the case's own address. */
  readonly path: string
}

const REVIEW_ACTS = {
  'to-decide': [
    ['Decide on the case review', 'review-decide', DECIDERS],
    ['Acknowledge the application', 'review-acknowledge', WRITERS],
  ],
  'not-met': [['Tell them the outcome', 'review-tell', WRITERS]],
  'told-not-met': [
    ['Enter an appeal', 'review-appeal', WRITERS],
    ['Enter an application for a case review', 'review-apply', WRITERS],
  ],
  appealed: [['Decide on the appeal', 'review-decide-appeal', INSPECTORS]],
  'to-hold': [
    ['Write down the case review', 'review-hold', DECIDERS],
    ['Recommend', 'review-recommend', WRITERS],
  ],
  'to-tell': [
    ['Tell them the outcome', 'review-tell', WRITERS],
    ['Recommend', 'review-recommend', WRITERS],
  ],
  finished: [['Enter an application for a case review', 'review-apply', WRITERS]],
} as const satisfies Record<ReviewStage, unknown>

/** What somebody of these roles can do on a case as it stands, the most pressing first. */
export function actsOn(detail: CaseDetail, closed: boolean, roles: readonly string[]): readonly Act[] {
  if (closed || !isOneOf(roles, WRITERS)) return []
  const { review, risk, riskReviewOwed, partyKnown, powers } = detail
  const stage: readonly (readonly [string, string, readonly (typeof WRITERS)[number][]])[] =
    review === null ? [['Enter an application for a case review', 'review-apply', WRITERS]] : REVIEW_ACTS[review.stage]
  return [
    ...(partyKnown ? [{ text: risk === null ? 'Assess the risk' : 'Assess again', path: 'assess' }] : []),
    ...(riskReviewOwed && (risk !== 'high' || isOneOf(roles, DECIDERS))
      ? [{ text: 'Review the risk', path: 'review' }]
      : []),
    ...stage
      .filter(
        ([, path, who]) => isOneOf(roles, who) && (path !== 'review-acknowledge' || review?.acknowledgedAt === null),
      )
      .map(([text, path]) => ({ text, path })),
    { text: 'Link an incident', path: 'link' },
    { text: 'Choose a power', path: 'power' },
    ...(powers.some(({ endedOn }) => endedOn === null)
      ? [
          { text: 'Write down a breach', path: 'breach' },
          { text: 'End a power', path: 'power-end' },
        ]
      : []),
    { text: 'End the case', path: 'close' },
  ]
}
