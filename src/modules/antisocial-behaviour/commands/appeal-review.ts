import { z } from 'zod'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { today } from '#kernel/organisation/today.ts'
import { text } from '#platform/forms/fields.ts'
import { owe } from '../duties/owed.ts'
import { appealInTime } from '../rules/review-rules.ts'
import { WRITERS } from '../writers.ts'
import { aboutCase, caseChanged, caseSeen, PURPOSE } from './fields.ts'
import { aboutReview, lockReview, saveReview } from './locked-review.ts'

export const appealReview = command({
  name: 'case-review.appeal',
  summary: 'Enter an appeal against the decision that the threshold is not met',
  input: z.object({ ...caseSeen, appeal: text('Why they appeal', 4000) }),
  output: caseChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'case-review.appealed', subjects: aboutCase },
  async run(tx, { id, version, appeal }) {
    const locked = await lockReview(tx, id, version, ['told-not-met'])
    const { toldAt, appealedAt } = locked.review
    if (toldAt !== null) refuseOn(appealInTime(londonDateAt(new Date(toldAt)), today(tx), appealedAt !== null))
    await saveReview(tx, locked, { appeal, appealed_at: tx.now }, { kind: 'contact', words: `They appeal: ${appeal}` })
    await owe(tx, locked.record, 'ASB-CR-APPEAL', 'case-review.appealed', aboutReview(locked))
    return { id }
  },
})
