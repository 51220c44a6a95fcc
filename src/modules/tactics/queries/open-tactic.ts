import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { findTactic } from '#kernel/tactics/tactics.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { ownResult } from '../rules/tac02-own-result.ts'
import { findReviews, reviewView } from './reviews.ts'
import { tacticView } from './tactic-view.ts'
import { usesOf, useView } from './uses.ts'

/** As many plans and reviews as a page shows; the counts are of all. */
const MOST = 50

export const openTactic = query({
  name: 'tactic.open',
  summary: 'Open a tactic: what research found, where the force used it, how that ended, and which policies rest on it',
  input: z.object({ code: z.string().max(60) }),
  output: z.object({
    tactic: tacticView,
    uses: z.array(useView).readonly(),
    reviews: z.array(reviewView).readonly(),
  }),
  access: { staff: 'any' },
  purpose: 'problem solving',
  audit: {
    event: 'tactic.opened',
    subjects: (_, { uses }) => uses.flatMap(({ plan }) => (plan === null ? [] : [{ kind: 'problem-plan', id: plan }])),
    detail: ({ code }) => ({ tactic: code }),
  },
  async run(tx, { code }) {
    const tactic = findTactic(code)
    if (tactic === null) throw new NotFound({ kind: 'tactic', id: code }, 'There is no such tactic in the library.')
    const uses = await usesOf(tx, [code])
    const { reviews } = await findReviews(tx, { tactic: code, most: MOST })
    return { tactic: { ...tactic, own: ownResult(uses) }, uses: uses.slice(0, MOST), reviews }
  },
})
