import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { text } from '#platform/forms/fields.ts'
import { met, owe } from '../duties/owed.ts'
import { DECIDERS } from '../writers.ts'
import { aboutCase, caseChanged, caseSeen, PURPOSE } from './fields.ts'
import { aboutReview, lockReview, saveReview } from './locked-review.ts'

export const holdReview = command({
  name: 'case-review.hold',
  summary: 'Write down what a case review found',
  input: z.object({ ...caseSeen, found: text('What the review found', 6000) }),
  output: caseChanged,
  access: { staff: DECIDERS },
  purpose: PURPOSE,
  audit: { event: 'case-review.held', subjects: aboutCase },
  async run(tx, { id, version, found }) {
    const locked = await lockReview(tx, id, version, ['to-hold'])
    await saveReview(tx, locked, { found, held_at: tx.now }, { kind: 'note', words: `Case review held: ${found}` })
    await met(tx, 'ASB-CR-INFO', aboutReview(locked), 'The review was held')
    await met(tx, 'ASB-CR-REVIEW', aboutReview(locked), 'Held')
    await owe(tx, locked.record, 'ASB-CR-TELL', 'case-review.held', aboutReview(locked))
    return { id }
  },
})
