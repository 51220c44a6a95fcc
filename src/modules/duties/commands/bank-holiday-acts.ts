import { z } from 'zod'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { HOLIDAYS_CHANGED } from '#kernel/duties/recompute-job.ts'
import { readHolidays } from '#kernel/duties/holidays.ts'
import { command } from '#kernel/operations.ts'
import { orTaken } from '#kernel/organisation/taken.ts'
import { sameVersion, version } from '#kernel/organisation/versions.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { emit } from '#platform/events/emit.ts'
import { choice, civilDate, optionalCivilDate, text } from '#platform/forms/fields.ts'
import { getHoliday } from '../queries/bank-holidays.ts'

const access = { staff: ['administrator'] } as const
const purpose = 'administration'
const output = z.object({ day: z.string() })

/**
 * Enters a bank holiday that does not follow by rule: one day proclaimed, or one moved from another, which is none then. All
 * open duties are worked out anew after it.
 */
export const addHoliday = command({
  name: 'bank-holiday.add',
  summary: 'Add a bank holiday',
  input: z.object({
    day: civilDate('The day'),
    title: text('Its name'),
    movedFrom: optionalCivilDate('The day it is moved from'),
    source: text('Where it comes from', 500),
  }),
  output,
  access,
  purpose,
  audit: {
    event: 'bank-holiday.added',
    subjects: ({ day }) => [{ kind: 'bank-holiday', id: day }],
    detail: ({ movedFrom }) => ({ movedFrom }),
  },
  async run(tx, { day, title, movedFrom, source }) {
    const before = await readHolidays(tx)
    if (before.nameOf(getCivilDate(day)) !== undefined) throw new Invalid({ day: 'This day is a bank holiday already' })
    await insert(tx, { day, title, observed: true, source }, 'day')
    if (movedFrom !== null) {
      const name = before.nameOf(getCivilDate(movedFrom))
      if (name === undefined) throw new Invalid({ movedFrom: 'This day is not a bank holiday' })
      await insert(tx, { day: movedFrom, title: name, observed: false, source }, 'movedFrom')
    }
    await emit(tx, { name: HOLIDAYS_CHANGED, payload: { day } })
    return { day }
  },
})

interface NewHoliday {
  readonly day: string
  readonly title: string
  readonly observed: boolean
  readonly source: string
}

async function insert(tx: Tx, holiday: NewHoliday, field: string): Promise<void> {
  const added = tx.db
    .insertInto('bank_holiday')
    .values({ ...holiday, added_by: tx.reader.account, added_at: tx.now })
    .execute()
  await orTaken(added, { bank_holiday_pkey: [field, 'Something was entered for this day already: change it below'] })
}

/** Changes what was entered for a day; one that was entered by mistake is said not to be a holiday. */
export const changeHoliday = command({
  name: 'bank-holiday.change',
  summary: 'Change a bank holiday that was entered',
  input: z.object({
    day: civilDate('The day'),
    version,
    title: text('Its name'),
    observed: choice('Whether it is a bank holiday', ['yes', 'no']),
    source: text('Where it comes from', 500),
  }),
  output,
  access,
  purpose,
  audit: {
    event: 'bank-holiday.changed',
    subjects: ({ day }) => [{ kind: 'bank-holiday', id: day }],
    detail: ({ observed }) => ({ observed }),
  },
  async run(tx, { day, version: seen, title, observed, source }) {
    const holiday = await getHoliday(tx, day, 'FOR UPDATE OF h')
    sameVersion(holiday, seen)
    await tx.db
      .updateTable('bank_holiday')
      .set({ title, observed: observed === 'yes', source, version: holiday.version + 1 })
      .where('day', '=', day)
      .execute()
    await emit(tx, { name: HOLIDAYS_CHANGED, payload: { day } })
    return { day }
  },
})
