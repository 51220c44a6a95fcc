import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { text } from '#platform/forms/fields.ts'
import { met } from '../duties/owed.ts'
import { WRITERS } from '../writers.ts'
import { aboutCase, caseChanged, caseSeen, PURPOSE } from './fields.ts'
import { lockReview, saveReview } from './locked-review.ts'

export const acknowledgeReview = command({
  name: 'case-review.acknowledge',
  summary: 'Say that an application for a case review was acknowledged, and how',
  input: z.object({ ...caseSeen, how: text('How they were told', 500) }),
  output: caseChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'case-review.acknowledged', subjects: aboutCase },
  async run(tx, { id: of, version, how }) {
    const locked = await lockReview(tx, of, version, ['to-decide'])
    if (locked.review.acknowledgedAt !== null) throw new Invalid({ '': 'It was acknowledged already.' })
    await saveReview(
      tx,
      locked,
      { acknowledged_at: tx.now },
      { kind: 'contact', words: `Acknowledged the application: ${how}` },
    )
    await met(tx, 'ASB-CR-ACK', { kind: 'asb-review', id: locked.review.id }, 'Acknowledged')
    return { id: of }
  },
})
