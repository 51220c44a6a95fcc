import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { keepFrom, saidFrom } from '#kernel/organisation/from-a-day.ts'
import { keysOf } from '#platform/edge.ts'
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
    const said = saidFrom(tx, from, { rule: 'VCP08', message: 'It begins today or later: what was before stands.' })
    await keepFrom(
      tx.db
        .insertInto('victim_page_setting')
        .values({ ...said, page: what !== 'no', messages: what === 'messages', phone, source }),
    )
    return { from }
  },
})
