import { Definition } from '#kernel/web/parts/definition.tsx'
import { Card } from '#ui/blocks/card.tsx'
import { StateTag, type State } from '#ui/blocks/state-tag.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { plural } from '#ui/words/numbers.ts'
import type { ReviewView } from '../../queries/case-model.ts'
import { APPLICANTS } from '#kernel/antisocial-behaviour/lists.ts'
import { REVIEW_STAGES, type ReviewStage } from '../../rules/review-rules.ts'

const STATES = {
  'to-decide': 'slipping',
  'not-met': 'slipping',
  'told-not-met': 'too-few',
  appealed: 'slipping',
  'to-hold': 'slipping',
  'to-tell': 'slipping',
  finished: 'holding',
} as const satisfies Record<ReviewStage, State>

/** The case review that somebody asked for, as far as it has come. Nothing where nobody did. */
export function CaseReview({ review }: { readonly review: ReviewView | null }) {
  if (review === null) return null
  const at = (instant: string | null) => instant !== null && <Time instant={instant} />
  const decided = review.met !== null
  return (
    <Card title="Case review" over={`${review.authority}: anti-social behaviour case review`}>
      <p>
        <StateTag state={STATES[review.stage]}>{REVIEW_STAGES[review.stage]}</StateTag>
      </p>
      <Definition
        of={[
          ['Asked by', APPLICANTS[review.applicant]],
          ['Asked', at(review.receivedAt)],
          [
            'Threshold',
            `${plural(review.thresholdReports, 'qualifying report')} in ${plural(review.thresholdMonths, 'month')}${review.thresholdMark === 'default' ? ' (default: the authority’s own is not here)' : ''}`,
          ],
          ['Acknowledged', at(review.acknowledgedAt) || 'not yet'],
          ['Reports that qualify', review.qualifying !== null && String(review.qualifying)],
          ['Harm', review.harm],
          ['How agencies answered', review.response],
          [
            'Decision',
            decided &&
              `${review.met === true ? 'Met' : 'Not met'}${review.appealUpheld === true ? ', on appeal' : `, by ${review.decidedBy ?? 'somebody'}`}`,
          ],
          ['Reason', review.reason],
          ['Appeal', review.appeal],
          [
            'Decision on it',
            review.appealUpheld !== null &&
              `${review.appealUpheld ? 'Upheld' : 'Not upheld'}: ${review.appealReason ?? ''}`,
          ],
          ['Held', at(review.heldAt)],
          ['What it found', review.found],
          [
            'Recommended',
            review.recommended.length > 0 && (
              <ul class="govuk-list govuk-list--bullet">
                {review.recommended.map(({ title, to, state }) => (
                  <li>
                    {to}: {title} ({state})
                  </li>
                ))}
              </ul>
            ),
          ],
          ['Told', at(review.toldAt)],
          ['How', review.toldHow],
        ]}
      />
    </Card>
  )
}
