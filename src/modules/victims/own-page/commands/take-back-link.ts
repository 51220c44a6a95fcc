import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { endVictimPage } from '#platform/access/victim-session.ts'
import { aboutVictim, PURPOSE, victimChanged, victimSeen } from '../../commands/fields.ts'
import { lockVictim, saveVictim } from '../../commands/locked-victim.ts'
import { WRITERS } from '../../writers.ts'

export const takeBackLink = command({
  name: 'victim-page.take-back',
  summary: 'Take back a victim’s link, and end every session at their own page',
  input: z.object(victimSeen),
  output: victimChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'victim-page.taken-back', subjects: aboutVictim },
  async run(tx, { id, version }) {
    const locked = await lockVictim(tx, id, version)
    await endVictimPage(tx, id, 'taken-back')
    await saveVictim(
      tx,
      locked,
      {},
      { kind: 'change', words: 'Their own page was closed: no link and no session runs.' },
    )
    return { id }
  },
})
