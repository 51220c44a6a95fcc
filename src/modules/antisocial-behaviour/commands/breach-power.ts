import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { text } from '#platform/forms/fields.ts'
import { POWERS } from '#kernel/antisocial-behaviour/powers.ts'
import { WRITERS } from '../writers.ts'
import { aboutCase, caseChanged, caseSeen, PURPOSE } from './fields.ts'
import { lockCase, saveCase } from './locked-case.ts'
import { powerField, runningPower } from './running-power.ts'

export const breachPower = command({
  name: 'asb-power.breach',
  summary: 'Write down that a power was breached, and what was done',
  input: z.object({ ...caseSeen, power: powerField, words: text('What happened and what was done', 4000) }),
  output: caseChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'asb-power.breached', subjects: aboutCase },
  async run(tx, { id, version, power, words }) {
    const locked = await lockCase(tx, id, version)
    const one = await runningPower(tx, id, power)
    await tx.db
      .updateTable('asb_power')
      .set({ breaches: one.breaches + 1 })
      .where('id', '=', power)
      .execute()
    await saveCase(tx, locked, {
      kind: 'note',
      words: `Breach of the ${POWERS[one.power].name.toLowerCase()}: ${words}`,
    })
    return { id }
  },
})
