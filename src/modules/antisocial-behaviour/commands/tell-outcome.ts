import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { text } from '#platform/forms/fields.ts'
import { met } from '../duties/owed.ts'
import { WRITERS } from '../writers.ts'
import { aboutCase, caseChanged, caseSeen, PURPOSE } from './fields.ts'
import { aboutReview, lockReview, saveReview } from './locked-review.ts'

export const tellOutcome = command({
  name: 'case-review.tell',
  summary: 'Say that the outcome of a case review, and why, was told in writing',
  input: z.object({ ...caseSeen, how: text('How they were told', 500) }),
  output: caseChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'case-review.told', subjects: aboutCase },
  async run(tx, { id, version, how }) {
    const locked = await lockReview(tx, id, version, ['not-met', 'to-tell'])
    const words = `Told the outcome of the case review in writing: ${how}`
    await saveReview(tx, locked, { told_how: how, told_at: tx.now }, { kind: 'contact', words })
    await met(tx, 'ASB-CR-TELL', aboutReview(locked), 'Told in writing')
    await met(tx, 'ASB-CR-ACK', aboutReview(locked), 'Told the outcome')
    return { id }
  },
})
