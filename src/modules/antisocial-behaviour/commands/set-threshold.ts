import { z } from 'zod'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { today } from '#kernel/organisation/today.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { civilDate, id, text, wholeNumber } from '#platform/forms/fields.ts'
import { SETTERS } from '../writers.ts'
import { getAuthority } from './authority.ts'
import { PURPOSE } from './fields.ts'

/** What was in force stays as it was: a threshold begins today or later, and the one before it governs until then. */
export const setThreshold = command({
  name: 'asb-threshold.set',
  summary: 'Set the threshold of an authority for case reviews, from a day on',
  input: z.object({
    authority: id('The authority', 'Choose the authority from the list'),
    from: civilDate('First day'),
    reports: wholeNumber('How many reports', { min: 1, max: 20 }),
    months: wholeNumber('Within how many months', { min: 1, max: 24 }),
    source: text('Where its procedure says so', 500),
  }),
  output: z.object({ authority: z.int() }),
  access: { staff: SETTERS },
  purpose: PURPOSE,
  audit: {
    event: 'asb-threshold.set',
    subjects: ({ authority }) => [{ kind: 'agency', id: authority }],
    detail: ({ from, reports, months }) => ({ from, reports, months }),
  },
  async run(tx, { authority, from, reports, months, source }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    await getAuthority(tx, authority)
    refuseOn(
      getCivilDate(from) < today(tx)
        ? { rule: 'CRV02', message: 'A threshold begins today or later: what was decided by the one before stands.' }
        : null,
    )
    const done = await tx.db
      .insertInto('asb_threshold')
      .values({ authority_id: authority, valid_from: from, reports, months, source, set_by: account, set_at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if ((done.numInsertedOrUpdatedRows ?? 0n) === 0n)
      throw new Invalid({ from: 'One begins on this day already. Choose another day.' })
    return { authority }
  },
})
