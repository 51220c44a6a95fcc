import { z } from 'zod'
import { meetDuties } from '#kernel/duties/meet-duty.ts'
import { command } from '#kernel/operations.ts'
import { keysOf } from '#platform/edge.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { choice, text } from '#platform/forms/fields.ts'
import { openUnder } from '../../duties/owed.ts'
import { WAYS } from '../../rules/contact-results.ts'
import { WRITERS } from '../../writers.ts'
import { aboutVictim, PURPOSE, victimChanged } from '../fields.ts'
import { keepContact } from '../keep-contact.ts'
import { lockReview, reviewSeen, saveReview } from './locked-review.ts'

export const acknowledgeReview = command({
  name: 'victim-review.acknowledge',
  summary: 'Write down that a victim was told that their wish for a review arrived',
  input: z.object({ ...reviewSeen, way: choice('The way', keysOf(WAYS)), words: text('What was said', 2000) }),
  output: victimChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'victim-review.acknowledged', subjects: aboutVictim, detail: ({ review }) => ({ review }) },
  async run(tx, { way, words, ...seen }) {
    const { id } = seen
    const locked = await lockReview(tx, seen, ['to-take', 'to-decide', 'to-tell'])
    if (locked.review.acknowledged) throw new Invalid({ '': 'It was acknowledged already.' })
    const duties = await openUnder(tx, id, ['VC19'], locked.review.event)
    await keepContact(tx, locked, { way, result: 'told', words, duties })
    await meetDuties(tx, duties, `Acknowledged: ${WAYS[way].toLowerCase()}`)
    await saveReview(
      tx,
      locked,
      { acknowledged_at: tx.now },
      { kind: 'note', words: `Acknowledged that they asked for a review. ${WAYS[way]}: ${words}` },
    )
    return { id }
  },
})
