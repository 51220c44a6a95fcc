import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { Forbidden } from '#platform/errors/errors.ts'
import { text } from '#platform/forms/fields.ts'
import { aboutVictim, PURPOSE, victimChanged, victimSeen } from '../../commands/fields.ts'
import { lockVictim, saveVictim } from '../../commands/locked-victim.ts'
import { WRITERS } from '../../writers.ts'
import { readWhyNoPage } from '../queries/page-facts.ts'
import { settingOf } from '../queries/setting.ts'

/** VCP07: a message meets nothing that is owed: whether it was read nobody knows. */
export const answerMessage = command({
  name: 'victim-page.answer',
  summary: 'Write to a victim on their own page',
  input: z.object({ ...victimSeen, words: text('What you write', 2000) }),
  output: victimChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'victim-page.answered', subjects: aboutVictim },
  async run(tx, { id, version, words }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    const locked = await lockVictim(tx, id, version)
    const { messages } = await settingOf(tx)
    const [why] = messages ? await readWhyNoPage(tx, id) : ['The force has no messages with victims']
    refuseOn(why === undefined ? null : { rule: 'VCP07', message: `Nothing is written to them. ${why}.` })
    await tx.db
      .insertInto('victim_message')
      .values({ id: randomUUID(), victim_id: id, at: tx.now, from_victim: false, by_account: account, words })
      .execute()
    await saveVictim(tx, locked, {}, { kind: 'note', words: 'Wrote to them on their own page. It meets nothing.' })
    return { id }
  },
})
