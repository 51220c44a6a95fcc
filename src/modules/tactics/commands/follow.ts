import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { PROBLEM_TYPES } from '#kernel/tactics/problem-types.ts'
import { keysOf } from '#platform/edge.ts'
import { Forbidden } from '#platform/errors/errors.ts'
import { choice } from '#platform/forms/fields.ts'
import { about } from '#platform/operations/define.ts'

const input = z.object({ type: choice('The sort of problem', keysOf(PROBLEM_TYPES)) })
const common = { input, output: input, access: { staff: 'any' }, purpose: 'problem solving' } as const

export const followType = command({
  ...common,
  name: 'tactic.follow',
  summary: 'Be told when something is learnt about a sort of problem: a plan closed with a lesson, a policy reviewed',
  audit: { event: 'tactic.followed', subjects: about.nobody, detail: ({ type }) => ({ type }) },
  async run(tx, { type }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    await tx.client.query(
      `INSERT INTO tactic_subscription (account_id, problem_type, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [account, type, tx.now],
    )
    return { type }
  },
})

export const unfollowType = command({
  ...common,
  name: 'tactic.unfollow',
  summary: 'Not be told any more of what is learnt about a sort of problem',
  audit: { event: 'tactic.unfollowed', subjects: about.nobody, detail: ({ type }) => ({ type }) },
  async run(tx, { type }) {
    await tx.client.query('DELETE FROM tactic_subscription WHERE account_id = $1 AND problem_type = $2', [
      tx.reader.account,
      type,
    ])
    return { type }
  },
})
