import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { choice, text, wholeNumber } from '#platform/forms/fields.ts'
import { met, owe } from '../duties/owed.ts'
import { metByReports } from '../rules/review-rules.ts'
import { DECIDERS } from '../writers.ts'
import { aboutCase, caseChanged, caseSeen, PURPOSE, YES_NO } from './fields.ts'
import { aboutReview, beginReview, lockReview, saveReview } from './locked-review.ts'

export const decideReview = command({
  name: 'case-review.decide',
  summary: 'Decide whether the threshold for a case review is met, with the reason',
  input: z.object({
    ...caseSeen,
    qualifying: wholeNumber('How many reports qualify', { min: 0, max: 999 }),
    harm: text('Harm or likely harm', 2000),
    response: text('How agencies answered', 2000),
    met: choice('Whether it is met', YES_NO),
    reason: text('Reason', 4000),
  }),
  output: caseChanged,
  access: { staff: DECIDERS },
  purpose: PURPOSE,
  audit: { event: 'case-review.decided', subjects: aboutCase, detail: ({ met: answer }) => ({ met: answer }) },
  async run(tx, { id, version, qualifying, harm, response, met: answer, reason }) {
    const { account } = tx.reader
    const locked = await lockReview(tx, id, version, ['to-decide'])
    const isMet = answer === 'yes'
    refuseOn(metByReports(qualifying, { reports: locked.review.thresholdReports }, isMet))
    const columns = { qualifying, harm, response, met: isMet, reason, decided_by: account, decided_at: tx.now }
    await saveReview(tx, locked, columns, {
      kind: 'decision',
      words: isMet ? 'The threshold for a case review is met.' : 'The threshold for a case review is not met.',
      options: ['Met', 'Not met'],
      reason,
    })
    await met(tx, 'ASB-CR-DECIDE', aboutReview(locked), 'Decided')
    // A decision that reaches them acknowledges it as well; an acknowledgement that is late stays owed until then.
    if (isMet) await beginReview(tx, locked)
    else await owe(tx, locked.record, 'ASB-CR-TELL', 'case-review.decided', aboutReview(locked))
    return { id }
  },
})
