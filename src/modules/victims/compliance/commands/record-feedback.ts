import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { keysOf } from '#platform/edge.ts'
import { Forbidden } from '#platform/errors/errors.ts'
import { choice, optionalText } from '#platform/forms/fields.ts'
import { aboutVictim, PURPOSE, victimChanged, victimSeen } from '../../commands/fields.ts'
import { lockVictim, saveVictim } from '../../commands/locked-victim.ts'
import { WAYS } from '../../rules/contact-results.ts'
import { WRITERS } from '../../writers.ts'
import { ANSWERS } from '../rules/feedback.ts'

const answer = (label: string) => choice(label, keysOf(ANSWERS))

export const recordFeedback = command({
  name: 'victim.record-feedback',
  summary: 'Write down what a victim said of the service: whether it was of use, kept them informed, treated them well',
  input: z.object({
    ...victimSeen,
    way: choice('The way', keysOf(WAYS)),
    useful: answer('Whether it was of use'),
    informed: answer('Whether they were kept informed'),
    treated: answer('Whether they were treated well'),
    words: optionalText('What they said', 4000),
  }),
  output: victimChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: {
    event: 'victim.feedback-recorded',
    subjects: (input) => aboutVictim(input),
    detail: ({ way, useful, informed, treated }) => ({ way, useful, informed, treated }),
  },
  async run(tx, { id, version, way, useful, informed, treated, words }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    const locked = await lockVictim(tx, id, version)
    await tx.db
      .insertInto('victim_feedback')
      .values({
        id: randomUUID(),
        victim_id: id,
        asked_at: tx.now,
        asked_by: account,
        way,
        useful,
        informed,
        treated,
        words,
      })
      .execute()
    await saveVictim(tx, locked, {}, { kind: 'note', words: 'Asked what they think of the service.' })
    return { id }
  },
})
