import { z } from 'zod'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { today } from '#kernel/organisation/today.ts'
import { keysOf } from '#platform/edge.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { choice, civilDate, text } from '#platform/forms/fields.ts'
import { PURPOSE } from '../../commands/fields.ts'
import { SETTERS } from '../../writers.ts'

export const PAGE_CHOICES = {
  no: 'No: a person tells them, and nothing else',
  page: 'Yes, a page to read',
  messages: 'Yes, a page to read, and messages both ways',
} as const

/** VCP08: whether there are pages is said from a day on, today or later. */
export const setPage = command({
  name: 'victim-page.set',
  summary: 'Say from when victims may have a page of their own, and whether there are messages both ways on it',
  input: z.object({
    from: civilDate('First day'),
    what: choice('What victims may have', keysOf(PAGE_CHOICES)),
    phone: z
      .string({ error: 'Enter the number that victims ring' })
      .trim()
      .regex(/^[0-9+ ]{3,20}$/, { error: 'The number that victims ring has digits and spaces, such as 101' }),
    source: text('Where the force says so', 500),
  }),
  output: z.object({ from: z.string() }),
  access: { staff: SETTERS },
  purpose: PURPOSE,
  audit: { event: 'victim-page.set', subjects: () => [], detail: ({ from, what }) => ({ from, what }) },
  async run(tx, { from, what, phone, source }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    refuseOn(
      getCivilDate(from) < today(tx)
        ? { rule: 'VCP08', message: 'It begins today or later: what was before stands.' }
        : null,
    )
    const done = await tx.db
      .insertInto('victim_page_setting')
      .values({
        valid_from: from,
        page: what !== 'no',
        messages: what === 'messages',
        phone,
        source,
        set_by: account,
        set_at: tx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if ((done.numInsertedOrUpdatedRows ?? 0n) === 0n)
      throw new Invalid({ from: 'Something begins on this day already. Choose another day.' })
    return { from }
  },
})
