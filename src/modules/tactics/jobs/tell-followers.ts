import { z } from 'zod'
import { notify } from '#kernel/notifications/notify.ts'
import { TACTICS_HREF } from '#kernel/tactics/hrefs.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { rowsAs } from '#platform/edge.ts'
import { defineJob } from '#platform/jobs/define.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { reviewHref } from '../addresses.ts'

const input = z.object({ id: z.uuid() })

const COMMON = {
  input,
  as: 'system:tactics',
  purpose: 'problem solving',
  retries: 3,
  expireAfter: 300,
} as const

interface Follower {
  readonly account: string
  readonly type: string
}

/**
 * Tells those who follow the sort of problem of a plan that closed with a lesson. The lesson is looked up under each one's own
 * eyes when they read it: whoever may not see it is told nothing. What is in a compartment is not seen here at all.
 */
export const tellOfLesson = defineJob({
  ...COMMON,
  name: 'tactics.lesson',
  title: () => 'Told those who follow a sort of problem of what was learnt',
  run: async (context, { id }) =>
    context.transaction(async (tx) => {
      const followers = await followersOf(tx, 'SELECT problem_type FROM problem_lesson WHERE plan_id = $1', id)
      await notify(
        tx,
        ...followers.map(({ account, type }) => ({
          account,
          event: 'lesson.kept',
          subject: { kind: 'problem-lesson', id } as const,
          href: address(TACTICS_HREF, { type }),
        })),
      )
      return told('lesson.told', followers)
    }),
})

/** Tells them of a review of policy. */
export const tellOfReview = defineJob({
  ...COMMON,
  name: 'tactics.review',
  title: () => 'Told those who follow a sort of problem of a review of policy',
  run: async (context, { id }) =>
    context.transaction(async (tx) => {
      const followers = await followersOf(tx, 'SELECT problem_type FROM policy_review WHERE id = $1', id)
      await notify(
        tx,
        ...followers.map(({ account }) => ({
          account,
          event: 'policy-review.written',
          subject: { kind: 'policy-review', id } as const,
          href: reviewHref(id),
        })),
      )
      return told('policy-review.told', followers)
    }),
})

async function followersOf(tx: Tx, type: string, id: string): Promise<readonly Follower[]> {
  return rowsAs<Follower>(
    await tx.client.query(
      `SELECT account_id AS account, problem_type AS type FROM tactic_subscription WHERE problem_type = (${type}) ORDER BY 1`,
      [id],
    ),
  )
}

function told(event: string, followers: readonly Follower[]) {
  const value = { told: followers.length }
  return { value, audit: [{ event, outcome: 'done' as const, subjects: [], detail: value }] }
}
