import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { guardColumns } from '#kernel/records/guards.ts'
import { keysOf } from '#platform/edge.ts'
import { Forbidden } from '#platform/errors/errors.ts'
import { choice, text } from '#platform/forms/fields.ts'
import { metUnder } from '../../duties/owed.ts'
import { RULE_OF_TOPIC, TOPIC_ANSWERS, TOPICS } from '../../rules/offers.ts'
import { WRITERS } from '../../writers.ts'
import { aboutVictim, PURPOSE, victimChanged, victimSeen } from '../fields.ts'
import { lockVictim, saveVictim } from '../locked-victim.ts'

export const tellOffer = command({
  name: 'victim.tell-offer',
  summary: 'Write down that a victim was told of restorative justice or of compensation, and what they answered',
  input: z.object({
    ...victimSeen,
    topic: choice('What they were told of', keysOf(TOPICS)),
    answer: choice('What they answered', keysOf(TOPIC_ANSWERS)),
    words: text('What was said', 2000),
  }),
  output: victimChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'victim.offer-told', subjects: aboutVictim, detail: ({ topic, answer }) => ({ topic, answer }) },
  async run(tx, { id, version, topic, answer, words }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    const locked = await lockVictim(tx, id, version)
    await tx.db
      .insertInto('victim_offer')
      .values({
        id: randomUUID(),
        victim_id: id,
        at: tx.now,
        by_account: account,
        topic,
        answer,
        words,
        ...guardColumns(locked.record.guards),
      })
      .execute()
    const said = `${TOPICS[topic]}: told. ${TOPIC_ANSWERS[answer]}. ${words}`
    await saveVictim(tx, locked, {}, { kind: 'note', words: said })
    await metUnder(tx, id, [RULE_OF_TOPIC[topic]], `Told: ${TOPICS[topic].toLowerCase()}`)
    return { id }
  },
})
