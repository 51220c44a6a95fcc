import type { ComponentChildren } from 'preact'
import { Link } from '#kernel/web/parts/definition.tsx'
import { PROBLEM_TYPES, type ProblemType } from '#kernel/tactics/problem-types.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { keysOf } from '#platform/edge.ts'
import { shortDayWithYear } from '#ui/words/dates.ts'
import { reviewHref } from '../addresses.ts'
import type { ReviewView } from '../queries/reviews.ts'
import { Cited } from './parts.tsx'

/** "Burglary"; of a sort that the list no longer has, its code. */
export function typeWords(type: string): string {
  const known: ProblemType | undefined = keysOf(PROBLEM_TYPES).find((one) => one === type)
  return known === undefined ? type : PROBLEM_TYPES[known]
}

interface ReviewsTableProps {
  readonly reviews: readonly ReviewView[]
  readonly today: string
  readonly empty: ComponentChildren
}

/** Reviews of policy, each with its evidence in a few words and when it is looked at next. */
export function ReviewsTable({ reviews, today, empty }: ReviewsTableProps) {
  return (
    <DataTable
      caption="Reviews of policy"
      captionHidden
      rows={reviews}
      empty={empty}
      columns={[
        { header: 'Policy', cell: ({ id, title }) => <Link href={reviewHref(id)}>{title}</Link> },
        { header: 'Sort of problem', cell: ({ problemType }) => typeWords(problemType) },
        { header: 'Reviewed', nowrap: true, cell: ({ reviewedOn }) => shortDayWithYear(reviewedOn) },
        { header: 'Rests on', cell: ({ tactics }) => <Cited tactics={tactics} /> },
        { header: 'Next review', cell: (review) => <NextReview review={review} today={today} /> },
      ]}
    />
  )
}

/** When it is owed; what was reviewed again owes nothing. */
export function NextReview({ review, today }: { readonly review: ReviewView; readonly today: string }) {
  const { nextReviewOn, followedBy } = review
  if (followedBy !== null) return <Link href={reviewHref(followedBy)}>reviewed again</Link>
  const day = shortDayWithYear(nextReviewOn)
  return nextReviewOn < today ? <StateTag state="not-held">overdue since {day}</StateTag> : <>{day}</>
}
