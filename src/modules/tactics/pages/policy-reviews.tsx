import type { z } from 'zod'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { PAGE_SIZE } from '#kernel/organisation/paging.ts'
import { TACTICS_HREF } from '#kernel/tactics/hrefs.ts'
import { PROBLEM_TYPES } from '#kernel/tactics/problem-types.ts'
import { TACTICS, tacticWords } from '#kernel/tactics/tactics.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { address } from '#kernel/web/parts/addresses.ts'
import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { form, page, type StaffRoute, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card } from '#ui/blocks/card.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { CheckboxesField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { HiddenField } from '#ui/forms/form.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { shortDayWithYear } from '#ui/words/dates.ts'
import { plural } from '#ui/words/numbers.ts'
import { REVIEWS, reviewHref } from '../addresses.ts'
import { writeReview } from '../commands/write-review.ts'
import { listReviews, openReview, reviewForm } from '../queries/policy-reviews.ts'
import type { ReviewView } from '../queries/reviews.ts'
import { writes } from '../writers.ts'
import { Cited } from './parts.tsx'
import { NextReview, ReviewsTable, typeWords } from './reviews-table.tsx'

const typeOptions = Object.entries(PROBLEM_TYPES).map(([value, text]) => ({ value, text }))

const reviewsPage = page({ path: REVIEWS, query: listReviews, view: reviewsView })

function reviewsView(
  { reviews, total, filter, ...model }: z.output<typeof listReviews.output>,
  context: PageContext,
): View {
  const may = writes(context.reader.roles)
  return {
    section: 'prevent',
    title: 'Which policies rest on what evidence?',
    lead: `${plural(total, 'policy', 'policies')} reviewed; each with its last review`,
    actions: [
      ...(may ? [{ text: 'Write a review', href: `${REVIEWS}/new` }] : []),
      { text: 'What is known to work', href: TACTICS_HREF },
    ],
    body: (
      <>
        <FilterBar action={REVIEWS} values={filter} {...(filter.type !== null && { clearHref: REVIEWS })}>
          <SelectField name="type" label="Sort of problem" placeholder="Any" options={typeOptions} />
        </FilterBar>
        <ReviewsTable
          reviews={reviews}
          today={londonDateAt(context.now)}
          empty={
            <EmptyState
              title={filter.type === null ? 'No policy was reviewed yet' : 'No policy on this was reviewed yet'}
            >
              {may ? (
                <Link href={`${REVIEWS}/new`}>Write the first review</Link>
              ) : (
                'Commanders, chief officers and analysts write reviews; they stand here for everybody.'
              )}
            </EmptyState>
          }
        />
        <Pager
          page={model.page}
          pageSize={PAGE_SIZE}
          total={total}
          what={total === 1 ? 'policy' : 'policies'}
          href={(number) => address(REVIEWS, { ...filter, page: number })}
        />
      </>
    ),
  }
}

const newPage = page({
  path: `${REVIEWS}/new`,
  query: reviewForm,
  view: ({ before }, context) => ({
    section: 'prevent',
    title: before === null ? 'What was decided on a policy, and on what evidence?' : `Review again: ${before.title}`,
    lead: 'Open to the whole force: name nobody',
    back: { href: REVIEWS, text: 'Reviews of policy' },
    body: (
      <ActForm context={context} submit="Save review" cancel={REVIEWS} stored={storedOf(before)}>
        <HiddenField name="follows" value={before?.id ?? followsOf(context)} />
        <TextField name="title" label="Policy" hint="For example: neighbourhood policing in town centres" />
        <SelectField name="problemType" label="Sort of problem" placeholder="Choose one" options={typeOptions} />
        <TextArea name="decided" label="What was decided" rows={5} />
        <TextArea
          name="evidence"
          label="Evidence that it rests on"
          hint="Studies, our own plans, who was heard"
          rows={5}
        />
        <CheckboxesField
          name="tactics"
          label="Tactics of the library that it cites"
          choices={TACTICS.map((tactic) => ({ value: tactic.code, text: tacticWords(tactic) }))}
          optional
        />
        <DateField name="reviewedOn" label="Day of the review" hint="For example, 31 3 2026" />
        <DateField name="nextReviewOn" label="Day of the next review" hint="It becomes a duty of yours" />
      </ActForm>
    ),
  }),
})

function storedOf(before: ReviewView | null): Readonly<Record<string, unknown>> {
  return before === null ? {} : { title: before.title, problemType: before.problemType, tactics: before.tactics }
}

function followsOf({ values }: PageContext): string {
  return typeof values.follows === 'string' ? values.follows : ''
}

const reviewPage = page({
  path: reviewHref(':id'),
  query: openReview,
  view: (review, context) => ({
    section: 'prevent',
    title: review.title,
    lead: `${typeWords(review.problemType)}. Reviewed ${shortDayWithYear(review.reviewedOn)} by ${review.writtenBy}`,
    back: { href: REVIEWS, text: 'Reviews of policy' },
    notice: doneNotice(context, { written: 'Review saved: those who follow this sort of problem are told' }),
    ...(writes(context.reader.roles) &&
      review.followedBy === null && {
        actions: [{ text: 'Review it again', href: address(`${REVIEWS}/new`, { follows: review.id }) }],
      }),
    body: (
      <Card title="This review">
        <Definition
          of={[
            ['What was decided', review.decided],
            ['Evidence', review.evidence],
            ['Tactics cited', <Cited tactics={review.tactics} />],
            ['Next review', <NextReview review={review} today={londonDateAt(context.now)} />],
            [
              'Before it',
              review.follows === null ? null : <Link href={reviewHref(review.follows)}>the last review</Link>,
            ],
          ]}
        />
      </Card>
    ),
  }),
})

export const reviewRoutes: readonly StaffRoute[] = [
  reviewsPage,
  newPage,
  form({
    path: `${REVIEWS}/new`,
    command: writeReview,
    page: newPage,
    next: ({ id }) => `${reviewHref(id)}?done=written`,
  }),
  reviewPage,
]
