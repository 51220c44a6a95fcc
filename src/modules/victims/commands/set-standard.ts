import { z } from 'zod'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { today } from '#kernel/organisation/today.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { choice, civilDate, text } from '#platform/forms/fields.ts'
import { SETTERS } from '../writers.ts'
import { PURPOSE } from './fields.ts'

export const STANDARD_CHOICES = { yes: 'Yes: every victim is told', no: 'No: what the code asks, and no more' } as const

/** VCT08: a standard begins today or later, and whoever reported a crime before is under the one before it. */
export const setStandard = command({
  name: 'victim-standard.set',
  summary: 'Say from when the force promises every victim a first word on how it goes, or no longer does',
  input: z.object({
    from: civilDate('First day'),
    applies: choice('Whether it is promised', ['yes', 'no']),
    source: text('Where the force says so', 500),
  }),
  output: z.object({ from: z.string() }),
  access: { staff: SETTERS },
  purpose: PURPOSE,
  audit: {
    event: 'victim-standard.set',
    subjects: () => [],
    detail: ({ from, applies }) => ({ from, applies }),
  },
  async run(tx, { from, applies, source }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    refuseOn(
      getCivilDate(from) < today(tx)
        ? { rule: 'VCT08', message: 'A standard begins today or later: what was promised before stands.' }
        : null,
    )
    const done = await tx.db
      .insertInto('victim_local_standard')
      .values({ valid_from: from, applies: applies === 'yes', source, set_by: account, set_at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if ((done.numInsertedOrUpdatedRows ?? 0n) === 0n)
      throw new Invalid({ from: 'Something begins on this day already. Choose another day.' })
    return { from }
  },
})
