import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { Forbidden } from '#platform/errors/errors.ts'
import { choice, text } from '#platform/forms/fields.ts'
import { met, owe } from '../duties/owed.ts'
import { decidedByAnother } from '../rules/review-rules.ts'
import { INSPECTORS } from '../writers.ts'
import { aboutCase, caseChanged, caseSeen, PURPOSE, YES_NO } from './fields.ts'
import { aboutReview, beginReview, lockReview, saveReview } from './locked-review.ts'

export const decideAppeal = command({
  name: 'case-review.decide-appeal',
  summary: 'Decide on an appeal; somebody else than who decided before',
  input: z.object({ ...caseSeen, upheld: choice('Whether it is upheld', YES_NO), reason: text('Reason', 4000) }),
  output: caseChanged,
  access: { staff: INSPECTORS },
  purpose: PURPOSE,
  audit: { event: 'case-review.appeal-decided', subjects: aboutCase, detail: ({ upheld }) => ({ upheld }) },
  async run(tx, { id, version, upheld: answer, reason }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    const locked = await lockReview(tx, id, version, ['appealed'])
    refuseOn(decidedByAnother(locked.review.decidedById, account))
    const upheld = answer === 'yes'
    const columns = {
      appeal_reason: reason,
      appeal_upheld: upheld,
      appeal_by: account,
      appeal_at: tx.now,
      // What they were told before no longer stands: the outcome is to be told anew.
      told_how: null,
      told_at: null,
      ...(upheld && { met: true }),
    }
    await saveReview(tx, locked, columns, {
      kind: 'decision',
      words: upheld ? 'The appeal is upheld: the threshold is met.' : 'The appeal is not upheld.',
      options: ['Uphold it', 'Do not uphold it'],
      reason,
    })
    await met(tx, 'ASB-CR-APPEAL', aboutReview(locked), 'Decided')
    if (upheld) await beginReview(tx, locked)
    else await owe(tx, locked.record, 'ASB-CR-TELL', 'case-review.appeal-decided', aboutReview(locked))
    return { id }
  },
})
