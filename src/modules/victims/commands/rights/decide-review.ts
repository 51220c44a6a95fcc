import { z } from 'zod'
import { findRank } from '#kernel/duties/ranks.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf } from '#platform/edge.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { choice, optionalText, text } from '#platform/forms/fields.ts'
import { hasWorkedOnCase } from '../../queries/worked-on-case.ts'
import { FINDINGS, mayReview } from '../../rules/reviews.ts'
import { REVIEWERS } from '../../writers.ts'
import { aboutVictim, PURPOSE, victimChanged } from '../fields.ts'
import { lockReview, reviewSeen, saveReview, type LockedReview } from './locked-review.ts'

export const takeReview = command({
  name: 'victim-review.take',
  summary: 'Take on the review of a decision, as somebody of rank who had no part in it',
  input: z.object({ ...reviewSeen, because: optionalText('Why it is reviewed all the same', 1000) }),
  output: victimChanged,
  access: { staff: REVIEWERS },
  purpose: PURPOSE,
  audit: { event: 'victim-review.taken', subjects: aboutVictim, detail: ({ review }) => ({ review }) },
  async run(tx, { because, ...seen }) {
    const { account } = tx.reader
    const locked = await lockReview(tx, seen, ['to-take', 'to-decide', 'to-tell'])
    const { inScope, result } = locked.review
    if (account === null) throw new Forbidden()
    if (result !== null) throw new Invalid({ '': 'It was decided already.' })
    await mustBeIndependent(tx, locked, account)
    if (!inScope && because === null)
      throw new Invalid({ because: 'It is out of scope: say why it is reviewed all the same (VCR04)' })
    await saveReview(
      tx,
      locked,
      { reviewer_id: account, reviewer_since: tx.now, reviewed_because: inScope ? null : because },
      { kind: 'note', words: `${tx.reader.name} reviews the decision.`, ...(!inScope && { reason: because ?? '' }) },
    )
    return { id: seen.id }
  },
})

export const decideReview = command({
  name: 'victim-review.decide',
  summary: 'Say what a review of a decision found: it stands, or what is done instead',
  input: z.object({
    ...reviewSeen,
    result: choice('What the review found', keysOf(FINDINGS)),
    reason: text('Why', 4000),
  }),
  output: victimChanged,
  access: { staff: REVIEWERS },
  purpose: PURPOSE,
  audit: {
    event: 'victim-review.decided',
    subjects: aboutVictim,
    detail: ({ review, result }) => ({ review, result }),
  },
  async run(tx, { result, reason, ...seen }) {
    const { account } = tx.reader
    const locked = await lockReview(tx, seen, ['to-decide'])
    if (account === null) throw new Forbidden()
    if (locked.review.reviewer !== account)
      throw new Invalid({ '': 'Somebody else took this review on. Take it on first, or leave it to them (VCR04)' })
    // Since it was taken on they may have worked on the case.
    await mustBeIndependent(tx, locked, account)
    await saveReview(
      tx,
      locked,
      { result, result_reason: reason, result_at: tx.now, result_by: account },
      {
        kind: 'decision',
        words: `Review: ${FINDINGS[result].toLowerCase()}.`,
        options: Object.values(FINDINGS),
        reason,
      },
    )
    return { id: seen.id }
  },
})

/** Throws RuleRefused (VCR04). */
async function mustBeIndependent(tx: Tx, { victim, review }: LockedReview, account: string): Promise<void> {
  const workedOnIt = await hasWorkedOnCase(tx, victim.occurrence, account)
  refuseOn(mayReview({ rank: findRank(tx.reader.roles), decided: review.decisionBy === account, workedOnIt }))
}
