import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/** A review of a policy. Dates are civil dates. */
export const reviewView = z.object({
  id: z.uuid(),
  problemType: z.string(),
  title: z.string(),
  decided: z.string(),
  evidence: z.string(),
  tactics: z.array(z.string()),
  reviewedOn: z.string(),
  nextReviewOn: z.string(),
  follows: z.uuid().nullable(),
  /** The review of the same policy after this one. */
  followedBy: z.uuid().nullable(),
  writtenBy: z.string(),
})
export type ReviewView = z.output<typeof reviewView>

interface ReviewsWanted {
  readonly id?: string
  readonly type?: string | null
  /** That cite this tactic. */
  readonly tactic?: string
  /** The last review of each policy only. */
  readonly standing?: boolean
  readonly most: number
  readonly from?: number
}

/** The newest first, and how many there are in all. */
export async function findReviews(
  tx: Tx,
  wanted: ReviewsWanted,
): Promise<{ readonly reviews: readonly ReviewView[]; readonly total: number }> {
  const rows = rowsAs<ReviewView & { readonly total: number }>(
    await tx.client.query(
      `SELECT v.id, v.problem_type AS "problemType", v.title, v.decided, v.evidence, v.tactics, v.reviewed_on::text AS "reviewedOn",
        v.next_review_on::text AS "nextReviewOn", v.follows, n.id AS "followedBy", a.name AS "writtenBy",
        count(*) OVER ()::integer AS total
      FROM policy_review v JOIN account a ON a.id = v.written_by LEFT JOIN policy_review n ON n.follows = v.id
      WHERE ($1::uuid IS NULL OR v.id = $1) AND ($2::text IS NULL OR v.problem_type = $2)
        AND ($3::text[] IS NULL OR v.tactics @> $3) AND (NOT $4::boolean OR n.id IS NULL)
      ORDER BY v.reviewed_on DESC, v.id LIMIT $5 OFFSET $6`,
      [
        wanted.id ?? null,
        wanted.type ?? null,
        wanted.tactic === undefined ? null : [wanted.tactic],
        wanted.standing ?? false,
        wanted.most,
        wanted.from ?? 0,
      ],
    ),
  )
  return { reviews: rows.map(({ total: _total, ...review }) => review), total: rows[0]?.total ?? 0 }
}
