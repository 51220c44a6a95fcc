import { z } from 'zod'
import { meetDuties } from '#kernel/duties/meet-duty.ts'
import { command } from '#kernel/operations.ts'
import { keysOf } from '#platform/edge.ts'
import { Forbidden } from '#platform/errors/errors.ts'
import { choice, text } from '#platform/forms/fields.ts'
import { openUnder } from '../../duties/owed.ts'
import { WAYS } from '../../rules/contact-results.ts'
import { reasonsInWords, RESULTS_OF_REVIEW } from '../../rules/reviews.ts'
import { WRITERS } from '../../writers.ts'
import { aboutVictim, PURPOSE, victimChanged } from '../fields.ts'
import { keepContact } from '../keep-contact.ts'
import { lockReview, reviewSeen, saveReview } from './locked-review.ts'

export const tellReview = command({
  name: 'victim-review.tell',
  summary:
    'Write down that a victim was told what came of their review, or why it is out of scope and where they can go',
  input: z.object({ ...reviewSeen, way: choice('The way', keysOf(WAYS)), words: text('What was said', 4000) }),
  output: victimChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'victim-review.told', subjects: aboutVictim, detail: ({ review }) => ({ review }) },
  async run(tx, { way, words, ...seen }) {
    const { id } = seen
    const { account } = tx.reader
    const locked = await lockReview(tx, seen, ['to-tell'])
    if (account === null) throw new Forbidden()
    const { result, reasons, event } = locked.review
    // Whoever tells it of a review that is out of scope decided that it is.
    const decided = result ?? 'out-of-scope'
    const outOfScope = { result_reason: reasonsInWords(reasons).join('. '), result_at: tx.now, result_by: account }
    // What was told has said as well that it arrived.
    const duties = await openUnder(tx, id, ['VC19', 'VC20'], event)
    await keepContact(tx, locked, { way, result: 'told', words, duties })
    await meetDuties(tx, duties, `Told: ${RESULTS_OF_REVIEW[decided].toLowerCase()}`)
    await saveReview(
      tx,
      locked,
      {
        told_at: tx.now,
        ...(result === null && { result: decided, ...outOfScope }),
        ...(!locked.review.acknowledged && { acknowledged_at: tx.now }),
      },
      { kind: 'note', words: `Told what came of their review: ${RESULTS_OF_REVIEW[decided].toLowerCase()}. ${words}` },
    )
    return { id }
  },
})
