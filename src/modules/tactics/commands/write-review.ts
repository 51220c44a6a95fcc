import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { command } from '#kernel/operations.ts'
import { today } from '#kernel/organisation/today.ts'
import { PROBLEM_TYPES } from '#kernel/tactics/problem-types.ts'
import { TACTIC_CODES } from '#kernel/tactics/tactics.ts'
import { keysOf } from '#platform/edge.ts'
import { Conflict, Forbidden, Invalid } from '#platform/errors/errors.ts'
import { emit } from '#platform/events/emit.ts'
import { choice, choices, civilDate, text } from '#platform/forms/fields.ts'
import { meetNextReview, oweNextReview } from '../duties/duty-rules.ts'
import { getReview, reviewId } from '../queries/policy-reviews.ts'
import { WRITERS } from '../writers.ts'

/** A review stays as it was written; the next one of the same policy follows on it, and meets the duty that it left. */
export const writeReview = command({
  name: 'policy-review.write',
  summary: 'Write the review of a policy: what was decided, the evidence cited, and when it is looked at next',
  input: z.object({
    title: text('The policy', 200),
    problemType: choice('The sort of problem', keysOf(PROBLEM_TYPES)),
    decided: text('What was decided', 4000),
    evidence: text('The evidence', 4000),
    tactics: choices('The tactics', TACTIC_CODES),
    reviewedOn: civilDate('The day of the review'),
    nextReviewOn: civilDate('The day of the next review'),
    /** The review of the same policy before. */
    follows: z
      .union([z.literal('').transform(() => null), reviewId])
      .nullish()
      .transform((id) => id ?? null),
  }),
  output: z.object({ id: reviewId }),
  access: { staff: WRITERS },
  purpose: 'problem solving',
  audit: {
    event: 'policy-review.written',
    subjects: (_, { id }) => [{ kind: 'policy-review', id }],
    detail: ({ problemType, tactics, follows }) => ({ problemType, tactics, follows }),
  },
  async run(tx, { reviewedOn, nextReviewOn, follows, problemType, ...review }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    if (reviewedOn > today(tx)) throw new Invalid({ reviewedOn: 'The day of the review must be today or before' })
    if (nextReviewOn <= today(tx)) throw new Invalid({ nextReviewOn: 'The day of the next review must be after today' })
    const before = follows === null ? null : await getReview(tx, follows)
    if (before !== null && before.followedBy !== null)
      throw new Conflict('This policy has been reviewed again already. Open its last review.')
    const id = randomUUID()
    await tx.db
      .insertInto('policy_review')
      .values({
        id,
        ...review,
        problem_type: problemType,
        reviewed_on: reviewedOn,
        next_review_on: nextReviewOn,
        follows,
        written_by: account,
        written_at: tx.now,
      })
      .execute()
    if (before !== null) await meetNextReview(tx, before.id)
    await oweNextReview(tx, { id, title: review.title, nextReviewOn: getCivilDate(nextReviewOn) })
    await emit(tx, { name: 'policy-review.written', payload: { id } })
    return { id }
  },
})
