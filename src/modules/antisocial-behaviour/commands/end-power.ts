import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { today } from '#kernel/organisation/today.ts'
import { text } from '#platform/forms/fields.ts'
import { metPower } from '../duties/owed.ts'
import { POWERS } from '#kernel/antisocial-behaviour/powers.ts'
import { WRITERS } from '../writers.ts'
import { aboutCase, caseChanged, caseSeen, PURPOSE } from './fields.ts'
import { lockCase, saveCase } from './locked-case.ts'
import { powerField, runningPower } from './running-power.ts'

export const endPower = command({
  name: 'asb-power.end',
  summary: 'End a power on a case: it ran out, was lifted, or another took its place',
  input: z.object({ ...caseSeen, power: powerField, reason: text('Why it ends', 2000) }),
  output: caseChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'asb-power.ended', subjects: aboutCase },
  async run(tx, { id, version, power, reason }) {
    const locked = await lockCase(tx, id, version)
    const one = await runningPower(tx, id, power)
    await tx.db
      .updateTable('asb_power')
      .set({ ended_on: today(tx), ended_reason: reason })
      .where('id', '=', power)
      .execute()
    await saveCase(tx, locked, { kind: 'change', words: `Ended: ${POWERS[one.power].name.toLowerCase()}. ${reason}` })
    await metPower(tx, power)
    return { id }
  },
})
