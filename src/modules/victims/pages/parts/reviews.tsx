import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { REVIEW_DECISIONS } from '#kernel/victims-code/rules/vic05-right-to-review.ts'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { dayWithYear } from '#ui/words/dates.ts'
import { reviewHref } from '../../addresses.ts'
import type { ReviewView } from '../../queries/rights-model.ts'
import { reasonsInWords, RESULTS_OF_REVIEW, REVIEW_STAGES, wayOn } from '../../rules/reviews.ts'

interface Props {
  readonly victim: string
  readonly reviews: readonly ReviewView[]
  readonly works: boolean
  readonly reviewer: boolean
}

/** The reviews that a victim asked for, each as far as it has come. */
export function Reviews({ victim, reviews, works, reviewer }: Props) {
  return (
    <>
      {reviews.map((review) => (
        <section>
          <p>
            <StateTag state={review.stage === 'told' ? 'holding' : 'slipping'}>
              review: {REVIEW_STAGES[review.stage]}
            </StateTag>
          </p>
          <ReviewFacts review={review} />
          <ul class="govuk-list">
            {nextOf(review, { works, reviewer }).map(([path, text]) => (
              <li>
                <Link href={`${reviewHref(victim, review.id)}/${path}`}>{text}</Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** What is known of a review; also on the forms of its acts. */
export function ReviewFacts({ review }: { readonly review: ReviewView }) {
  const { inScope, reasons, acknowledgedAt, result, toldAt, decisionBy } = review
  return (
    <Definition
      of={[
        ['Asked', dayWithYear(review.askedOn)],
        ['For', review.words],
        [
          'Decision',
          `${REVIEW_DECISIONS[review.decision]}, ${dayWithYear(review.decidedOn)}${decisionBy === null ? '' : `, by ${decisionBy}`}`,
        ],
        ['Could ask until', review.lastDay !== null && dayWithYear(review.lastDay)],
        [
          inScope ? 'In scope' : 'Out of scope',
          <ul class="govuk-list govuk-list--bullet">
            {reasonsInWords(reasons).map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>,
        ],
        ['Way on', !inScope && wayOn(reasons)],
        ['Acknowledged', acknowledgedAt === null ? 'not yet' : <Time instant={acknowledgedAt} />],
        ['Reviewer', review.reviewer],
        ['All the same', review.reviewedBecause],
        ['Found', result !== null && RESULTS_OF_REVIEW[result]],
        ['Why', review.resultReason],
        ['Told', toldAt !== null && <Time instant={toldAt} />],
      ]}
    />
  )
}

/** What can be done next on it, by this reader. */
function nextOf(
  { stage, acknowledgedAt, result }: ReviewView,
  { works, reviewer }: Pick<Props, 'works' | 'reviewer'>,
): readonly (readonly [path: string, text: string])[] {
  if (stage === 'taken-back' || stage === 'told') return []
  const acts: (readonly [string, string])[] = []
  if (works && acknowledgedAt === null) acts.push(['acknowledge', 'Acknowledge it'])
  if (reviewer && result === null)
    acts.push(['take', stage === 'to-take' ? 'Take the review on' : 'Take the review on yourself'])
  if (reviewer && stage === 'to-decide') acts.push(['decide', 'Say what the review found'])
  if (works && stage === 'to-tell') acts.push(['tell', 'Tell them'])
  return acts
}
