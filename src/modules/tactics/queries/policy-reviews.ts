import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { optionalChoice, PAGE_SIZE, pageNumber } from '#kernel/organisation/paging.ts'
import { PROBLEM_TYPES } from '#kernel/tactics/problem-types.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { about } from '#platform/operations/define.ts'
import { keysOf } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { WRITERS } from '../writers.ts'
import { findReviews, reviewView, type ReviewView } from './reviews.ts'

export const reviewId = z.uuid({ error: 'This is not the reference of a policy review' })

const subjects = (_: unknown, { id }: { readonly id: string }) => [{ kind: 'policy-review', id }]

/** Throws NotFound. */
export async function getReview(tx: Tx, id: string): Promise<ReviewView> {
  const [review] = (await findReviews(tx, { id, most: 1 })).reviews
  if (review === undefined) throw new NotFound({ kind: 'policy-review', id })
  return review
}

export const listReviews = query({
  name: 'policy-review.list',
  summary: 'The policies that were reviewed, each with its last review and when it is looked at next',
  input: z.object({ type: optionalChoice('the sort of problem', keysOf(PROBLEM_TYPES)), page: pageNumber }),
  output: z.object({
    reviews: z.array(reviewView).readonly(),
    total: z.int(),
    page: z.int(),
    filter: z.object({ type: z.string().nullable() }),
  }),
  access: { staff: 'any' },
  purpose: 'problem solving',
  audit: { event: 'policy-review.listed', subjects: about.nobody, detail: ({ type, page }) => ({ type, page }) },
  async run(tx, { type, page }) {
    const found = await findReviews(tx, { type, standing: true, most: PAGE_SIZE, from: (page - 1) * PAGE_SIZE })
    return { ...found, page, filter: { type } }
  },
})

export const openReview = query({
  name: 'policy-review.open',
  summary: 'Open the review of a policy: what was decided, on what evidence, and when it is looked at next',
  input: z.object({ id: reviewId }),
  output: reviewView,
  access: { staff: 'any' },
  purpose: 'problem solving',
  audit: { event: 'policy-review.opened', subjects },
  run: (tx, { id }) => getReview(tx, id),
})

/** For the form: the review that the new one follows on, where it does. */
export const reviewForm = query({
  name: 'policy-review.begin',
  summary: 'Begin to write the review of a policy, anew or after the last one',
  input: z.object({ follows: z.union([z.literal('').transform(() => null), reviewId]).nullish() }),
  output: z.object({ before: reviewView.nullable() }),
  access: { staff: WRITERS },
  purpose: 'problem solving',
  audit: { event: 'policy-review.begun', subjects: about.nobody },
  run: async (tx, { follows }) => ({
    before: follows === null || follows === undefined ? null : await getReview(tx, follows),
  }),
})
